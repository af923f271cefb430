/*
 * The line of events, one for all windows: a browser has six connections to a server, and more windows may be open. The window that
 * holds the lock has the line and passes on what it hears; when it is closed, another takes over.
 */

/** The server says every 15 seconds that it is here. A line that says nothing for so long is dead, as after a night of sleep. */
const SILENT_MS = 45_000;
const LOOK_MS = 5000;
/** Before the line is tried again, where the browser does not do it. */
const AGAIN_MS = 3000;

/** Windows of a page that ran at this port before have another one: the address is new with each. */
const address = new URL('../events', import.meta.url).href;

/**
 * `take` gets each event as `{ event }`, and `{ state }` when that of the line is another: `here`, `gone` while no server answers, `ended`
 * where the server of this window has ended and another answers. The line ends with the page.
 */
export function listen(take) {
  const ended = new AbortController();
  const { signal } = ended;
  const others = new BroadcastChannel(address);
  others.onmessage = ({ data }) => take(data);
  const tell = (message) => {
    take(message);
    others.postMessage(message);
  };
  const hold = () =>
    new Promise((resolve) => {
      const close = keepOpen(tell);
      signal.addEventListener('abort', () => {
        close();
        resolve();
      });
    });
  // Given up while it waits, it rejects.
  navigator.locks.request(address, { signal }, hold).catch(() => undefined);
  // A page that the browser keeps for the back button would keep the line too.
  addEventListener(
    'pagehide',
    () => {
      ended.abort();
      others.close();
    },
    { once: true },
  );
}

/** A line that is opened again when it is lost, until the answer is called. */
function keepOpen(tell) {
  let events;
  let heard = Date.now();
  let again;
  const open = () => {
    heard = Date.now();
    events = new EventSource(address);
    const hear = () => (heard = Date.now());
    events.onmessage = ({ data }) => {
      hear();
      tell({ event: JSON.parse(data) });
    };
    events.addEventListener('here', hear);
    events.onopen = () => {
      hear();
      tell({ state: 'here' });
    };
    // While it is not closed, the browser itself tries again.
    events.onerror = ({ target }) =>
      target.readyState === EventSource.CLOSED ? refused() : tell({ state: 'gone' });
  };
  /** Either nothing answers, or something that does not know this window. */
  const refused = async () => {
    const answer = await fetch(address, { method: 'HEAD' }).catch(() => undefined);
    const isEnded = answer !== undefined && !answer.ok;
    tell({ state: isEnded ? 'ended' : 'gone' });
    if (!isEnded) again = setTimeout(open, AGAIN_MS);
  };
  const looking = setInterval(() => {
    if (events.readyState !== EventSource.OPEN || Date.now() - heard < SILENT_MS) return;
    events.close();
    tell({ state: 'gone' });
    open();
  }, LOOK_MS);
  open();
  return () => {
    clearInterval(looking);
    clearTimeout(again);
    events.close();
  };
}
