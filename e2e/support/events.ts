// Events to test with: each with a word of its own in its title, made behind the scenes.

import { randomBytes } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { call, join, type Person } from './people.ts';

export type TestEvent = { id: string; title: string; path: string; manage: string };

/** A word nobody else has, of letters only. */
export function ownWord(): string {
  return [...randomBytes(10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

/** What a form takes, so many days from now. */
export function inDays(days: number, clock = '19:00'): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${clock}`;
}

/** The day the clocks of Europe change next year: in March or in October. */
export function clocksChange(month: 3 | 10): string {
  const last = new Date(Date.UTC(new Date().getUTCFullYear() + 1, month, 0));
  last.setUTCDate(last.getUTCDate() - last.getUTCDay());
  return last.toISOString().slice(0, 10);
}

/** Opens an account in this browser that may put on events of its own. */
export async function joinAsOrganizer(context: BrowserContext, changes: Partial<Person> = {}): Promise<Person> {
  const person = await join(context, changes);
  await call(context, 'accounts/become_organizer');
  return person;
}

/** Made by whoever is signed in to this browser, with everything it takes to be published. */
export async function draft(organizer: BrowserContext, fields: Record<string, string> = {}): Promise<TestEvent> {
  const title = fields.title ?? `Evening ${ownWord()}`;
  const next = (await call(organizer, 'events/create_event', {
    title,
    description: 'Two hours of brass.',
    starts_at: inDays(40),
    ends_at: inDays(40, '21:00'),
    time_zone: 'Europe/Berlin',
    currency: 'EUR',
    location: 'Town hall',
    city: 'Leipzig',
    capacity: '100',
    ...fields,
  })) as string;
  const manage = next.split('?')[0];
  const id = manage.split('/')[3];
  return { id, title, path: `/events/${id}`, manage };
}

export async function published(organizer: BrowserContext, fields: Record<string, string> = {}): Promise<TestEvent> {
  const event = await draft(organizer, fields);
  await call(organizer, 'events/publish_event', { event_id: event.id });
  return event;
}

export async function addTicket(organizer: BrowserContext, event: TestEvent, fields: Record<string, string> = {}): Promise<void> {
  const ticket = { name: 'Regular', price: '12', currency: 'EUR', time_zone: 'Europe/Berlin', quota: '50', ...fields };
  await call(organizer, 'events/save_ticket_type', { event_id: event.id, ...ticket });
}
