/** Messages as mail servers and people send them back. Made up; no real mail and no real address is in them. */

export interface NotificationParts {
  /** The fields about the recipient, each on a line; by default one that does not exist. */
  readonly fields?: string;
  /** What stands above them for people. */
  readonly text?: string;
  /** The headers of the message that came back; none where it is empty. */
  readonly original?: string;
}

export const ourKey = '0123456789abcdef0123456789abcdef';
export const ourAddress = 'postmottak@sokndal.kommune.example';

export const ourHeaders = `From: Felles <samarbeid@felles.example>
To: ${ourAddress}
Subject: Webinar
Message-ID: <${ourKey}@felles.example>
Date: Tue, 24 Nov 2026 10:35:00 +0100`;

/** The fields about a recipient. */
export const failed = (status: string, words: string, address = ourAddress): string =>
  `Final-Recipient: rfc822; ${address}\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${words}`;

/** A delivery status notification (RFC 3464). */
export const notification = ({
  fields = failed('5.1.1', '550 5.1.1 User unknown'),
  text = 'Your message could not be delivered.',
  original = ourHeaders,
}: NotificationParts = {}): string => `Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@relay.example>
To: samarbeid@felles.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

${text}

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

${fields}

${original === '' ? '' : `--b1\nContent-Type: message/rfc822\n\n${original}\n\nx\n\n`}--b1--
`;

/** A message for people. */
export const letter = (
  headers: Readonly<Record<string, string>>,
  text: string,
  type = 'text/plain',
): string => {
  const all = {
    From: ourAddress,
    To: 'samarbeid@felles.example',
    Subject: 'SV: Webinar',
    'Message-ID': '<x@kommune.example>',
    'MIME-Version': '1.0',
    'Content-Type': `${type}; charset=utf-8`,
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${lines.join('\n')}\n\n${text}\n`;
};

/** What somebody sends on, with messages as attachments. */
export const passedOn = (...messages: readonly string[]): string => {
  const parts = messages.map((one) => `--p\nContent-Type: message/rfc822\n\n${one}\n`).join('');
  return letter(
    { From: 'kollega@felles.example', Subject: 'VS: retur', 'Content-Type': 'multipart/mixed; boundary="p"' },
    `--p\nContent-Type: text/plain\n\nSe vedlegg.\n\n${parts}--p--`,
  );
};
