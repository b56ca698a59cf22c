// Venues to test with, made behind the scenes, and where things lie on the drawing of a plan.

import { randomBytes } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, open } from './check.ts';
import { call, signIn, type Person } from './people.ts';

/** May add venues for everybody. */
export const demoOrganizer: Person = { username: 'olivia', email: 'olivia@foyer.example', password: 'foyer-demo-2026' };

export type Venue = { id: string; name: string; path: string };

type Seat = { label: string; x: number; y: number; accessible?: boolean; companion?: boolean };
type Row = { label: string; seats: Seat[] };
type Section = { name: string; kind: string; capacity?: number; rows?: Row[] };
export type Plan = { version: number; width: number; height: number; sections: Section[] };

export function venueName(): string {
  return `Venue ${randomBytes(5).toString('hex')}`;
}

/** Signs in whoever looks after it, and adds it. */
export async function addVenue(context: BrowserContext, fields: Record<string, string> = {}): Promise<Venue> {
  await signIn(context, demoOrganizer);
  const name = fields.name ?? venueName();
  const next = (await call(context, 'venues/create_venue', { name, time_zone: 'UTC', ...fields })) as string;
  const path = next.split('?')[0];
  return { id: path.split('/')[2], name, path };
}

/** A hall of so many rows of so many seats each, half a metre apart. */
export function hall(name: string, rows: number, seats: number, top = 200): Section {
  const row = (r: number): Row => ({
    label: `R${r + 1}`,
    seats: Array.from({ length: seats }, (_, n) => ({ label: `${n + 1}`, x: 200 + n * 50, y: top + r * 90 })),
  });
  return { name, kind: 'seated', rows: Array.from({ length: rows }, (_, r) => row(r)) };
}

export async function savePlan(context: BrowserContext, venue: Venue, sections: Section[], version = 0): Promise<void> {
  const answer = await context.request.put(`/api/v1/venues/${venue.id}/plan`, { data: { sections, version } });
  expect(answer.ok(), `the plan is saved: ${await answer.text()}`).toBe(true);
}

export async function planOf(context: BrowserContext, venue: Venue): Promise<Plan> {
  return (await context.request.get(`/api/v1/venues/${venue.id}/plan`)).json();
}

/** Opens the editor and waits until the plan is in it. */
export async function openEditor(page: Page, venue: Venue, summary: string | RegExp): Promise<void> {
  await open(page, `${venue.path}/plan`);
  await expect(page.locator('#plan-summary')).toHaveText(summary);
}

/** Where a point of the plan lies in the page, as long as all of it is fitted into the window. */
export async function onDrawing(page: Page, plan: { width: number; height: number }, x: number, y: number) {
  const box = await page.locator('canvas').boundingBox();
  if (!box) throw new Error('there is no drawing');
  const margin = 24;
  const scale = Math.min((box.width - 2 * margin) / plan.width, (box.height - 2 * margin) / plan.height);
  return {
    x: box.x + box.width / 2 + (x - plan.width / 2) * scale,
    y: box.y + box.height / 2 + (y - plan.height / 2) * scale,
    scale,
  };
}
