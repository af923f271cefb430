/** What the doctor sees of mail: the outbox, and whether the sender's domain lets others believe what it sends. */
import { msg } from '../../domain/msg.ts';
import { Resolver } from 'node:dns/promises';
import { parseSmtpUrl } from '../../delivery/outboxes/smtp.ts';
import { hasCode } from '../../disk/has-code.ts';
import type { SendingSettings } from '../settings/settings.ts';
import { attempt, fault, note, ok, type Finding } from './finding.ts';

/** What DNS says of a name. `unasked`: nobody answered, or not in time, so that nothing is known. */
export type DnsAnswer = { readonly records: readonly string[] } | { readonly unasked: string };

/** The one thing that is asked of DNS. `none` is an empty list of records. Never throws. */
export type DnsLookup = (name: string, type: 'TXT' | 'MX') => Promise<DnsAnswer>;

const help = (): string => msg`See docs/sending.md, «Be trusted by other servers».`;

/** Names that never lead anywhere (RFC 2606): those of the sample and of examples. */
const isReserved = (domain: string): boolean => /(?:^|\.)(?:example|invalid|test|localhost)$/u.test(domain);

/** How mailings go out, by the settings alone: nothing is connected to. */
export async function checkOutbox({ outbox = 'files', smtpUrl }: SendingSettings): Promise<Finding> {
  switch (outbox) {
    case 'files':
      return ok(
        msg`outbox`,
        msg`files: «npm run send» writes messages as files, and nothing leaves the machine`,
      );
    case 'smtp': {
      if (smtpUrl === undefined)
        return fault(msg`outbox`, msg`SMTP_URL is not set.`, msg`Write it in .env: see .env.example.`);
      const server = await attempt(msg`outbox`, () => Promise.resolve(parseSmtpUrl(smtpUrl)));
      return 'state' in server ? server : ok(msg`outbox`, msg`smtp: by ${server.host}, not tried here`);
    }
    case 'gmail':
    case 'gmail-drafts':
      return ok(msg`outbox`, msg`${outbox}: as the account that is logged in, not tried here`);
    default:
      return fault(
        msg`outbox`,
        msg`There is no outbox «${outbox}».`,
        msg`Name files, smtp, gmail or gmail-drafts in FELLES_OUTBOX.`,
      );
  }
}

/** What the domain of the sender's address says to those who get its mail. `address` is that of the settings. */
export async function checkSender(
  address: string | undefined,
  lookup: DnsLookup,
): Promise<readonly Finding[]> {
  if (address === undefined)
    return [
      note(
        msg`sender`,
        msg`The register names no sender.`,
        msg`Write «Avsender, e-post» in the tab Oppsett.`,
      ),
    ];
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (isReserved(domain))
    return [
      note(
        msg`sender`,
        msg`${domain} is a name for examples.`,
        msg`Write your own «Avsender, e-post» in the tab Oppsett.`,
      ),
    ];
  const [spf, mx, dmarc] = await Promise.all([
    lookup(domain, 'TXT'),
    lookup(domain, 'MX'),
    dmarcOf(domain, lookup),
  ]);
  return [checkSpf(domain, spf), checkDmarc(domain, dmarc), checkMx(domain, mx)];
}

const unknown = (what: string, name: string, why: string): Finding =>
  note(
    what,
    msg`DNS could not be asked about ${name} (${why}), so this is not known.`,
    msg`Try again on a network.`,
  );

/** Which servers may send for the domain (RFC 7208). */
function checkSpf(domain: string, answer: DnsAnswer): Finding {
  if ('unasked' in answer) return unknown('SPF', domain, answer.unasked);
  const [record, ...more] = answer.records.filter((text) => /^v=spf1(?: |$)/iu.test(text));
  if (record === undefined)
    return fault(
      'SPF',
      msg`${domain} says of no server that it may send its mail: many refuse such mail.`,
      help(),
    );
  if (more.length > 0)
    return fault('SPF', msg`${domain} has ${more.length + 1} SPF records, and then none counts.`, help());
  if (/^v=spf1(?:\s+[-~?]all)?\s*$/iu.test(record))
    return fault('SPF', msg`${domain} names no server that may send its mail: «${record}».`, help());
  if (/\s\+?all\b/iu.test(record))
    return fault('SPF', msg`${domain} lets every server send its mail: «${record}».`, help());
  return ok('SPF', msg`${domain}: «${record}». See that your mail server is among these`);
}

/** The record of the domain, else of the domains above it, down to two labels (RFC 7489 section 6.6.3). */
async function dmarcOf(domain: string, lookup: DnsLookup): Promise<DnsAnswer> {
  const isPolicy = (text: string): boolean => /^v=DMARC1\s*(?:;|$)/iu.test(text);
  const answer = await lookup(`_dmarc.${domain}`, 'TXT');
  if ('unasked' in answer) return answer;
  const records = answer.records.filter(isPolicy);
  const above = domain.slice(domain.indexOf('.') + 1);
  return records.length > 0 || !above.includes('.') ? { records } : dmarcOf(above, lookup);
}

/** What receivers shall do with mail that only pretends to come from the domain (RFC 7489). */
function checkDmarc(domain: string, answer: DnsAnswer): Finding {
  if ('unasked' in answer) return unknown('DMARC', domain, answer.unasked);
  const [record, ...more] = answer.records;
  if (record === undefined)
    return note(
      'DMARC',
      msg`${domain} has no DMARC record: large receivers want one from all who send to many.`,
      help(),
    );
  if (more.length > 0)
    return fault('DMARC', msg`${domain} has ${more.length + 1} DMARC records, and then none counts.`, help());
  const policy = /;\s*p\s*=\s*(\w+)/iu.exec(record)?.[1]?.toLowerCase();
  if (policy === undefined)
    return fault('DMARC', msg`${domain} has a DMARC record without a policy.`, help());
  return ok('DMARC', `${domain}: p=${policy}`);
}

/** Where answers go, and what comes back. A single `.` says that the domain takes no mail (RFC 7505). */
function checkMx(domain: string, answer: DnsAnswer): Finding {
  if ('unasked' in answer) return unknown(msg`answers`, domain, answer.unasked);
  const hosts = answer.records.filter((host) => host !== '' && host !== '.');
  return hosts.length === 0
    ? fault(
        msg`answers`,
        msg`${domain} takes no mail: answers and what comes back are lost, and some refuse its mail.`,
        help(),
      )
    : ok(msg`answers`, msg`mail to ${domain} goes to ${hosts.join(', ')}`);
}

/** There is no such name, or nothing of the kind under it. */
const nothing: readonly string[] = ['ENOTFOUND', 'ENODATA'];

/** Milliseconds for one try; there are two. */
const PATIENCE = 2000;

/** Asks DNS. `servers` instead of the machine's own: addresses, with or without a port. */
export function dnsLookup(servers?: readonly string[], timeout = PATIENCE): DnsLookup {
  const resolver = new Resolver({ timeout, tries: 2 });
  if (servers !== undefined) resolver.setServers(servers);
  return async (name, type) => {
    try {
      if (type === 'TXT') {
        // A record longer than 255 octets comes in parts, which belong together (RFC 7208 section 3.3).
        const records = await resolver.resolveTxt(name);
        return { records: records.map((parts) => parts.join('')) };
      }
      const records = await resolver.resolveMx(name);
      return { records: records.map(({ exchange }) => exchange) };
    } catch (error) {
      if (hasCode(error, ...nothing)) return { records: [] };
      return { unasked: error instanceof Error && 'code' in error ? String(error.code) : msg`it broke` };
    }
  };
}
