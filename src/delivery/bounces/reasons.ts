/** What a mail server means by a refusal: its text first, since many use one status (RFC 3463) for everything. */
import { forGood, type ReturnReason } from '../../domain/return-reason.ts';

/** What a server said about a recipient. */
export interface Refusal {
  /** RFC 3463: `5.1.1`. */
  readonly status: string;
  /** The server's own words, as far as they are given. */
  readonly words: string;
}

/** A pattern for the words, or for the status. */
type Rule = readonly [reason: ReturnReason, words: RegExp, status?: RegExp];

const whatever = /^/u;

/** RFC 3463: a refusal of the content or of the sender names hosts and users that are not the recipient. */
const notOfContent = /^(?!5\.6\.)/u;
const notOfPolicy = /^(?!5\.[67]\.)/u;

/**
 * The first rule that fits is used. Rules about the sender, a limit or a full box come before those about the address: «sender
 * address rejected: user unknown» is not about the recipient. The words are from Exchange (Online), Gmail, Outlook.com, Yahoo,
 * iCloud, Postfix, Exim, sendmail, qmail, Courier, Domino, Mimecast, Proofpoint, Barracuda and Amazon SES. A status that says
 * what is wrong with the address comes before words that many refusals share.
 */
const rules: readonly Rule[] = [
  ['setup', /command (?:died|failed|output)|x-unix;|\bprocmail\b|mailer error|pipe to \|/u],
  [
    'tooFast',
    /\bat a rate\b|rate.?limit|sending rate|unusual rate|throttl|too (?:many|much) (?:connections?|concurrent|sessions|smtp|messages|mails?\b|e-?mails|recipients|errors|requests|unwanted|spams|traffic|load)|slower|too (?:fast|quickly)|max(?:imum)? emails per|connection limit|unexpected volume|per hour|daily limit|thread limit|permitted limits|(?:reached|exceeded) (?:the|their|its|your) (?:\S+ )?limit|(?:daily|hourly|message|sending) (?:message )?(?:quota|limit) exceeded|receiving limits/u,
  ],
  [
    'full',
    /over ?-?quota|quota (?:exceeded|violation|full|usage)|(?:exceed\w*|over|reached|out of) (?:\w+ ){0,3}quota|disk ?quota|quota error|(?:mailbox|inbox|folder|maildir|mailfolder) (?:is )?(?:too )?full|full mailbox|mailbox (?:size|limit|exceed)|storage (?:space|allocation|limit|exceeded)|exceeded (?:storage|its disk)|allowed storage|(?:disk|storage) space|insufficient (?:disk|system|storage)|(?:out of|not enough|enough) (?:storage|space)|(?:innboks|postboks|postkass)\S* (?:\S+ ){0,3}full\b|boite du destinataire pleine|mail system full|too many messages on the server|lagringsplass/u,
  ],
  [
    'tooBig',
    /(?:message|mail|e-?mail|file|header|attachment)s? (?:\w+ ){0,3}(?:too (?:large|big|long)|exceed\w* (?:\S+ ){0,6}(?:size|limits?|maximum))|size (?:limit|exceed)|exceed\w* (?:\S+ ){0,4}(?:message|header) size|max(?:imum)? (?:\w+ )?message size|sizelimit|for stor\b|taille limite/u,
  ],
  [
    'sender',
    /\bspf\b|sender policy framework|\bdkim\b|\bdmarc\b|authentication (?:checks?|level|results|information)|required authentication|unauthenticated|(?:sender|mail ?from(?! your)|envelope from|return path|from address|from:|emetteur)(?: \S+){0,3} ?:? (?:rejected|verif\w+|invalid\w*|unknown|denied|refused|blocked|blacklisted|not (?:valid|allowed|exist|found|accepted|pre-approved|owned|permitted)|does not (?:exist|resolve|have)|is (?:not|empty|in my|on|spam\w*|invalid))|<[^<> ]*>: sender|(?:invalid|bad|bogus|unknown|unroutable|null|empty envelope|blocked|banned|no valid|valid) (?:sender|mail from|return path|from domain)|domain of sender|(?:not|isn't) (?:allowed|permitted|authori[sz]ed) to send|sender (?:is )?(?:not|isn't)|senders? not allowed|\bbatv\b|backscatter|third-party dsn|in reply to mail from|email address is not verified|sender id|from .{0,60}does not match|not owned by user|sender domain|avsend[ae]r\S*(?: \S+){0,3} (?:avvist|blokkert|ugyldig|ukjen[td]|finnes|finst|eksisterer)\b/u,
  ],
  ['sender', whatever, /^[45]\.1\.[78]$/u],
  // From our own server, in words that would otherwise be about the recipient’s domain.
  [
    'server',
    /\b(?:helo|ehlo) (?:command|name)|client host|reverse dns|\brdns\b|unknown host \[|\byour ip\b/u,
  ],
  [
    'setup',
    /relay(?:ing)? (?:access )?(?:denied|not permitted|not allowed|prohibited)|\brelay (?:for|mail|through)\b|as a relay|insecure mail relay|open relay|not a gateway|allowed rcpthosts|relaying (?:denied|mail|not|is)|relay not|denied relay/u,
  ],
  ['late', /not found, try again|name ?server reply|lookup fail/u],
  [
    'moved',
    /has been replaced by|has moved|have moved|address (?:has )?changed|please (?:use|try) (?:the (?:new )?address )?<?\S+@\S+|user not local; please try|changed (?:their|his|her|my) (?:e-?mail )?address/u,
  ],
  [
    'noMail',
    /null ?mx|(?:domain|host\/domain|host|server) (?:\S+ )?does ?n[o']t accept (?:any )?(?:e-?)?mail\b(?! from)|no mx record found|smtp protocol returned a permanent error|name server: \.: host not found/u,
  ],
  [
    'noDomain',
    /host (?:or domain name )?not found(?!, try again)|host unknown|unknown (?:host|domain)|no such (?:host|domain)|(?:domain|host) (?:name )?(?:\S+ )?(?:does ?n[o']t|must) exist|bad destination (?:host|domain|system)|name or service not known|nxdomain|non-?existent (?:host|domain)|unr?oute?able address|illegal host(?:\/| or )domain|domenet (?:finnes|eksisterer|finst) ikk(?:e|je)|domain (?:\S+ )?(?:could not be|couldn't be|was not|wasn't) found/u,
    notOfPolicy,
  ],
  ['refused', /allow(?:ed)?[- ]?list|white-?list|(?:allowed|safe|approved) senders/u],
  [
    'noAddress',
    /(?:user|recipient|mailbox|mail box|account|address|addressee|alias|member|customer|subscriber|person|login)(?: name)?(?: \(?<?\S+?>?\)?)? ?(?:is |was |has |were )?(?:unknown\b(?! sender)|not (?:known|found|exist|present|a valid|valid|listed)|does ?n[o']?t exist|do(?:es)? not exist|could ?n[o']t be found|non-?existent|no longer (?:exists?|valid|active|available|accepts|in use|on|works?|with)|not exist)/u,
    notOfContent,
  ],
  [
    'noAddress',
    /recipient address rejected\.?$|(?:unknown|invalid|no such|nonexistent|non-existent|no valid|undefined|bad|illegal|incorrect) (?:or \w+ )?(?:virtual )?(?:local[- ]?(?:part|user|recipient)?|users?\b|recipients?|mailbox|mail ?box|e-?mail address|address(?:ee)?\b|account|destination mailbox|person|alias|name\b)|\b(?:no|not a|isn't a|is not a|not an?) (?:known |valid |local |active |mail |existing |current )*(?:user|mailbox|mail ?box|account|recipient|address)\b(?: here| on this| by that name| found| at this| available|,|\.|$|\))|not listed in|bad[-_ ]?recipient|bad[- ]?rcpt ?to|invalid final delivery userid|validrcptto|recipient ?not ?found|recipientnotfound|adr\.(?:ex)?recip|does(?: not|n't) have an? \S+ account|no (?:\S+ )?in name directory|no one at this address|not our customer|user not active|isn't here|is not here|no mailbox here|missing home directory|not a local address|does not like recipient|unrecogni[sz]ed (?:user|recipient|address)|addresses were unknown|(?:account|user|address) .{0,80}does ?n[o']t exist|<[^<>]+>:? (?:is )?not (?:found|known|valid)|ikk(?:e|je) (?:finne|funnet|funnen|funne)\b|ukjen[td] (?:bruka?e?r|mottaka?e?r|adresse)|(?:adress[ea]n?|bruk[ae]ren|mottak[ae]ren|postboksen|kontoen) (?:(?:finn?es|eksisterer|finst) ikk(?:e|je)|(?:er )?ikk(?:e|je) (?:lenge?r )?i bruk)|#5\.1\.0 address rejected|utilisateur inconnu|destinataire inconnu|nessun utente|no existe|adresse nicht gefunden|unbekannte[rn]? (?:benutzer|empf)/u,
    notOfContent,
  ],
  [
    'closed',
    /suspended|suspend the|disabled|deactivated|de-?activated|inactiv|temporar(?:il)?y locked|is locked|frozen|discontinued|archiv|not active|expired account|account (?:has )?expired|terminated|closed|retired|no longer/u,
  ],
  [
    'server',
    /black ?-?list|block ?-?list|blocked|\bbl\.|dnsbl|\brbl\b|\bxbl\b|\bpbl\b|spamhaus|spamcop|sorbs|barracudacentral|reputation|banned|\bptr\b|reverse dns|\brdns\b|\bhelo\b|\behlo\b|client host|host network|hosts? with dynamic|dynamic ip|your ip|sending ip|ip address|from ip|open proxy|greeted us|refused to talk to me: 5|access from|denied by your|customer block/u,
  ],
  ['noAddress', whatever, /^5\.1\.(?:1|3|10)$/u],
  ['noDomain', whatever, /^5\.1\.2$/u],
  ['moved', whatever, /^5\.1\.6$/u],
  ['full', whatever, /^[45]\.2\.2$/u],
  ['tooBig', whatever, /^[45]\.(?:2\.3|3\.4)$/u],
  [
    'content',
    /\bspam\b|spammy|søppelpost|nettsøppel|unsolicited|junk|virus|malware|phish|infected|attachment|executable|\bmime\b|rfc ?[25]?[38]22|not compliant|header|content|bulk mail|message score|mail score|\burl\b|suspicious|duplicate header|8-?bit|bare (?:lf|line)|bad words|profan/u,
  ],
  [
    'setup',
    /loops? back|mail ?loop|\bloop\b|too many hops|hop count|maximum hop|hops|misconfigur|(?:system|server|local|mail system) config|configuration error|expansion|unable to resolve route|certificate|starttls|\btls\b|encrypt/u,
  ],
  [
    'late',
    /tim(?:ed|e) ?-?out|grey-?list|gray-?list|try again|temporar|deferred|connection (?:refused|lost|dropped|reset|failed|closed|with)|no route|unreachable|not reachable|expired|not respond|did not respond|no answer|delayed|retry|too long|unable to connect|could not connect|cannot connect|network|service (?:currently )?(?:not available|unavailable)|failed to deliver to domain|busy/u,
  ],
  [
    'refused',
    /polic(?:y|ies)|not authori[sz]ed|authentication|authrequired|notauthorized|restricted|preferences|access denied|denied|rejected|refused|prohibit|not accept|members-only|not subscribed|permission/u,
  ],
  ['sender', whatever, /^[45]\.7\.(?:2[0-4]|2[679]|3[0-2]|509|515)$/u],
  ['server', whatever, /^[45]\.7\.(?:25|5(?:0[67]|1[0-3])|6\d\d)$/u],
  ['closed', whatever, /^[45]\.2\.1$/u],
  ['setup', whatever, /^[45]\.4\.6$/u],
  ['late', whatever, /^4\.|^5\.4\.\d+$/u],
  ['content', whatever, /^5\.6\.\d+$/u],
  ['refused', whatever, /^5\.7\.\d+$/u],
];

/** Enhanced codes and replies (RFC 5321, 3463), but not a part of an IP address. */
const enhanced = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)/u;
const reply = /(?<![\d.#])([245])\d\d(?=[ -]|$)/u;

/** Servers that refuse every unknown recipient with one text: Exchange Online and Outlook.com. */
const isExchangeUnknown = (status: string, words: string): boolean =>
  (status === '5.4.1' && /recipient address(?:es)? rejected ?: access denied/u.test(words)) ||
  (status.startsWith('5.') &&
    /requested action not taken: mailbox (?:unavailable|unavaiable)|mailbox unavailable or access denied/u.test(
      words,
    ));

/** The more exact status: the one in the server's words, if the other only says that something failed. */
function statusOf({ status }: Refusal, words: string): string {
  const [, told] = enhanced.exec(words) ?? [];
  return told !== undefined && (/^[245]\.0\.0$/u.test(status) || status === '') ? told : status;
}

/** What a refusal means. A temporary fault never means an address that does not exist. */
export function reasonOf(refusal: Refusal): ReturnReason {
  const words = refusal.words.toLowerCase().replaceAll(/\s+/gu, ' ');
  const status = statusOf(refusal, words);
  const [, first = status.slice(0, 1)] = reply.exec(words) ?? [];
  if (first !== '4' && isExchangeUnknown(status, words)) return 'noAddress';
  const [reason = 'other'] =
    rules.find(([, inWords, inStatus = whatever]) => inWords.test(words) && inStatus.test(status)) ?? [];
  if (!forGood.includes(reason)) return reason;
  if (first === '4' || status.startsWith('4.')) return 'other';
  // Refused only after the whole message: a filter, whatever it says about the user.
  const isInData = /in reply to (?:end of )?data|>>> data/u.test(words) && !status.startsWith('5.1.');
  return isInData ? 'refused' : reason;
}
