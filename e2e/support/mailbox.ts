// Reads the mails Foyer captured in its local mode.

import type { APIRequestContext } from '@playwright/test';
import { expect } from './check.ts';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** When it was sent, in milliseconds since 1970. */
  at: number;
};

type Wanted = {
  /** Only mails whose subject matches. */
  subject?: RegExp;
  /** Only mails sent after this moment (as the server's clock has it: take it from an earlier mail). */
  after?: number;
};

/** The newest mail to an address. Mails are sent after the answer, so it may take a moment to come. */
export async function newestMail(request: APIRequestContext, address: string, wanted: Wanted = {}): Promise<Mail> {
  let newest: Mail | undefined;
  await expect
    .poll(
      async () => {
        newest = (await allMails(request, address))
          .filter((mail) => wanted.subject?.test(mail.subject) ?? true)
          .filter((mail) => mail.at > (wanted.after ?? -1))
          .sort((one, other) => other.at - one.at)
          .at(0);
        return newest !== undefined;
      },
      { message: `a mail to ${address}`, timeout: 10_000 },
    )
    .toBe(true);
  return newest as Mail;
}

export async function allMails(request: APIRequestContext, address: string): Promise<Mail[]> {
  const response = await request.get('/dev/mailbox.json');
  expect(response.ok(), 'the mailbox answers').toBe(true);
  const mails = (await response.json()) as Mail[];
  return mails.filter((mail) => mail.to.toLowerCase().includes(address.toLowerCase()));
}

/** The first link in a mail, as a path on this server. */
export function firstLink(mail: Mail): string {
  const link = /https?:\/\/[^\s<>"')]+/.exec(mail.text)?.[0];
  expect(link, `a link in “${mail.subject}”`).toBeTruthy();
  const { pathname, search, hash } = new URL(link as string);
  return pathname + search + hash;
}
