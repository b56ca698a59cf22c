// Clubs to test with: each of its own name, made behind the scenes.

import { randomBytes } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { call, demoAdmin, signIn } from './people.ts';

export type Club = { id: string; name: string; path: string };

export function clubName(): string {
  return `Club ${randomBytes(5).toString('hex')}`;
}

/** Founded by whoever is signed in to this browser; it waits for approval. */
export async function found(owner: BrowserContext, fields: Record<string, string> = {}): Promise<Club> {
  const name = fields.name ?? clubName();
  const next = (await call(owner, 'clubs/found_club', { name, description: 'What it is about.', ...fields })) as string;
  const path = next.split('?')[0];
  return { id: path.split('/')[2], name, path };
}

export async function approve(admin: BrowserContext, club: Club): Promise<void> {
  await signIn(admin, demoAdmin);
  await call(admin, 'clubs/approve_club', { club_id: club.id });
}
