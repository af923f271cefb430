import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../../src/delivery/bounces/reasons.ts';
import { isForGood, returnReasons } from '../../../src/domain/return-reason.ts';

const of = (status: string, words: string): string => reasonOf({ status, words });
const isDead = (status: string, words: string): boolean =>
  isForGood(`${status} ${returnReasons[reasonOf({ status, words })]}`);

describe('an address that nothing will ever reach', () => {
  it.each([
    ['5.1.1', ''],
    ['5.1.10', ''],
    ['5.1.1', '550 5.1.1 <a@x.no>: Recipient address rejected: User unknown in local recipient table'],
    ['5.0.0', '550 5.1.1 <a@x.no>: User unknown'],
    ['5.0.0', '550 5.1.1 <a@x.no>: Email address could not be found, or was misspelled (G8)'],
    [
      '5.4.1',
      '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [X.prod.protection.outlook.com]',
    ],
    ['5.5.0', '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).'],
    [
      '5.1.10',
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient a@x.no not found by SMTP address lookup',
    ],
    [
      '5.1.1',
      '550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking',
    ],
    ['5.0.0', "554 delivery error: dd This user doesn't have a yahoo.com account (a@yahoo.com) [0]"],
    ['5.7.1', '550 5.7.1 <a@x.no>: Recipient address rejected: Unknown user'],
    ['5.1.1', '550 <a@x.no> recipient rejected'],
    ['5.1.1', 'Sorry, no mailbox here by that name. (#5.1.1)'],
    ['5.0.0', '550 No such user here'],
    ['5.0.0', '550 <a@x.no>: Recipient address rejected.'],
    ['5.0.0', '550 <a@x.no> is not a known user on this system'],
    ['5.0.0', '550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550'],
    ['5.0.0', '550 BAD_RECIPIENT - see http://www.x.example/undelivered'],
    ['5.0.0', '550 Ukjent mottaker'],
    ['5.0.0', '550 Ukjend mottakar'],
    ['5.0.0', '550 Brukeren finnes ikke'],
    ['5.0.0', '550 Adressa finst ikkje'],
    ['5.0.0', '550 Mottakaren vart ikkje funnen'],
    ['5.0.0', '550 Denne adressen er ikke lenger i bruk.'],
    ['5.1.0', '550 #5.1.0 Address rejected.'],
    ['5.7.1', 'smtp;550 5.1.1 unknown or illegal alias: a@x.no'],
    [
      '5.4.4',
      'X-Postfix; Host or domain name not found. Name service error for name=x.no type=A: Host not found',
    ],
    ['5.1.2', '550 5.1.2 a@x.no... Host unknown (Name server: x.no.: host not found)'],
    ['5.4.4', 'Illegal host/domain name found'],
    ['5.1.6', '550 5.1.6 address a@x.no has been replaced by b@x.no'],
    ['5.0.0', '550 The recipient no longer works here'],
    ['5.1.10', '556 5.1.10 <a@x.no>: Recipient address rejected: Domain x.no does not accept mail (nullMX)'],
  ])('%s %s', (status, words) => {
    expect([isDead(status, words), of(status, words)]).toEqual([true, expect.any(String)]);
  });
});

describe('an address that may be in order', () => {
  it.each([
    [
      'sender',
      '5.1.0',
      '550 5.1.0 192.0.2.1 is not allowed to send from <felles.example> per its SPF Record',
    ],
    [
      'sender',
      '5.7.26',
      "550-5.7.26 Unauthenticated email from felles.example is not accepted due to domain's DMARC policy",
    ],
    ['sender', '5.7.23', '550 5.7.23 The message was rejected because of Sender Policy Framework violation'],
    [
      'sender',
      '5.1.8',
      '553 5.1.8 <samarbeid@felles.example>... Domain of sender address samarbeid@felles.example does not exist',
    ],
    ['sender', '5.1.1', '550 5.1.1 Sender address rejected: User unknown'],
    ['sender', '5.1.7', ''],
    ['sender', '5.1.7', '550 5.1.7 Invalid address'],
    ['sender', '5.7.1', '550 Avsenderadressen finnes ikke'],
    ['sender', '5.0.0', '550 Avsendaren vart avvist: domenet finst ikkje'],
    ['sender', '5.0.0', '553 sorry, your envelope sender domain must exist (#5.7.1)'],
    ['sender', '5.0.0', '550 cannot find a valid MX for sender domain'],
    ['server', '5.7.1', '550 5.7.1 <mail.felles.example>: Helo command rejected: Host not found'],
    ['server', '5.0.0', '550 HELO name is invalid: unknown host mail.felles.example'],
    ['server', '5.7.1', '550 5.7.1 Fix reverse DNS for 192.0.2.1; host not found'],
    ['server', '5.0.0', '550 Rejected: unknown host [192.0.2.1]'],
    ['server', '5.7.1', '554 5.7.1 Your IP is listed by our user unknown policy'],
    ['content', '5.7.1', '550 5.7.1 Message contains a URL with an unknown domain'],
    ['content', '5.6.0', '554 5.6.0 Message contains an invalid header: address not found'],
    ['content', '5.6.0', '554 5.6.0 Message contains an invalid header: unknown user'],
    ['content', '5.7.1', '554 5.7.1 Meldingen ble avvist som søppelpost'],
    ['refused', '5.7.1', '550 5.7.1 You: user not found in the list of allowed senders'],
    ['full', '5.0.0', '552 Innboksen til mottakeren er full'],
    ['full', '5.0.0', '552 Postkassa er full'],
    ['tooFast', '5.2.122', '550 5.2.122 The recipient has exceeded their limit for messages per hour'],
    [
      'sender',
      '5.7.515',
      "550 5.7.515 Access denied, sending domain FELLES.EXAMPLE doesn't meet the required authentication level",
    ],
    [
      'server',
      '5.7.1',
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
    ],
    ['server', '5.7.606', '550 5.7.606 Access denied, banned sending IP [192.0.2.1]'],
    [
      'server',
      '5.7.25',
      '550 5.7.25 [192.0.2.1] The IP address sending this message does not have a PTR record setup',
    ],
    ['server', '5.1.1', '550 5.1.1 Mail from your IP refused: see spamcop.net'],
    [
      'tooFast',
      '5.2.1',
      '550-5.2.1 The user you are trying to contact is receiving mail at a rate that 550 5.2.1 prevents additional messages',
    ],
    ['tooFast', '5.1.1', '450 5.1.1 Too many messages, slow down'],
    ['full', '5.1.1', '550 user over quota. (#5.1.1)'],
    ['full', '5.2.2', '552 5.2.2 The recipient’s inbox is out of storage space and inactive'],
    ['full', '5.7.0', 'Mailbox full'],
    ['tooBig', '5.3.4', '552 5.3.4 Message size exceeds fixed limit'],
    ['tooBig', '5.2.3', 'RESOLVER.RST.RecipSizeLimit; message too large for this recipient'],
    ['content', '5.6.0', '554 5.6.0 Message contains spam or virus'],
    ['content', '5.7.1', '550 5.7.1 This message is not RFC 5322 compliant'],
    ['late', '4.4.1', 'connect to mx.x.no[192.0.2.2]:25: Connection timed out'],
    ['late', '4.7.1', '450 4.7.1 <a@x.no>: Recipient address rejected: Greylisted, try again later'],
    ['late', '5.4.300', '550 5.4.300 Message expired'],
    [
      'late',
      '4.4.3',
      'Host or domain name not found. Name service error for name=x.no type=MX: Host not found, try again',
    ],
    ['setup', '5.7.1', '554 5.7.1 <a@x.no>: Relay access denied'],
    ['setup', '5.4.6', 'mail for x.no loops back to myself'],
    ['setup', '5.1.1', 'X-Unix; user unknown. Command output: procmail failed'],
    ['setup', '5.7.1', "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"],
    ['closed', '5.2.1', '550 5.2.1 The email account that you tried to reach is disabled'],
    ['closed', '5.2.1', ''],
    ['closed', '5.0.0', '550 Recipient suspend the service'],
    ['refused', '5.7.1', 'RESOLVER.RST.NotAuthorized; not authorized'],
    ['refused', '5.7.1', '554 5.7.1 <a@x.no>: Recipient address rejected: Access denied'],
    ['refused', '5.7.1', ''],
    ['refused', '5.0.0', '550 Unknown user (in reply to end of DATA command)'],
    [
      'other',
      '4.1.1',
      '450 4.1.1 <a@x.no>: Recipient address rejected: User unknown in local recipient table',
    ],
    ['other', '5.0.0', ''],
    ['other', '5.1.0', ''],
    ['other', '', 'something went wrong at 5.1.1.20'],
  ])('%s: %s %s', (reason, status, words) => {
    expect([of(status, words), isDead(status, words)]).toEqual([reason, false]);
  });
});
