// Reads the mails Foyer keeps instead of sending them.

import type { APIRequestContext } from '@playwright/test';
import { expect } from './check.ts';

export type Mail = {
  id: string;
  message_id: string;
  recipient: string;
  subject: string;
  text_body: string;
  html_body: string;
  kept_at: string;
};

type Wanted = {
  /** Only mails whose subject matches. */
  subject?: RegExp;
  /** Only mails kept after this one. */
  after?: Mail;
};

/** The newest mail to an address. Mails are written after the answer, so it may take a moment to come. */
export async function newestMail(request: APIRequestContext, address: string, wanted: Wanted = {}): Promise<Mail> {
  let newest: Mail | undefined;
  await expect
    .poll(
      async () => {
        newest = (await allMails(request, address))
          .filter((mail) => wanted.subject?.test(mail.subject) ?? true)
          .find((mail) => wanted.after === undefined || mail.kept_at > wanted.after.kept_at);
        return newest !== undefined;
      },
      { message: `a mail to ${address}`, intervals: [50, 100, 250], timeout: 10_000 },
    )
    .toBe(true);
  return newest as Mail;
}

/** Every mail to an address, newest first. */
export async function allMails(request: APIRequestContext, address: string): Promise<Mail[]> {
  const response = await request.get('/dev/mailbox.json', { params: { to: address } });
  expect(response.ok(), 'the mailbox answers').toBe(true);
  return (await response.json()) as Mail[];
}

/** The first link in a mail, as a path on this server. */
export function firstLink(mail: Mail): string {
  const link = /https?:\/\/[^\s<>"')]+/.exec(mail.text_body)?.[0];
  expect(link, `a link in “${mail.subject}”`).toBeTruthy();
  const { pathname, search, hash } = new URL(link as string);
  return pathname + search + hash;
}
