/*
 * The line of events, one for all windows: a browser has six connections to a server, and more windows may be open. The window that
 * holds the lock has the line and passes on what it hears; when it is closed, another takes over.
 */

/** `take` gets each event as `{ event }`, and `{ isLost }` when the line is lost or there again. The line ends with the page. */
export function listen(take) {
  const ended = new AbortController();
  const { signal } = ended;
  // Windows of a page that ran here before have another one: the address is new with each.
  const address = new URL('../events', import.meta.url).href;
  const others = new BroadcastChannel(address);
  others.onmessage = ({ data }) => take(data);
  const tell = (message) => {
    take(message);
    others.postMessage(message);
  };
  const hold = () =>
    new Promise((resolve) => {
      const events = new EventSource(address);
      events.onmessage = ({ data }) => tell({ event: JSON.parse(data) });
      events.onopen = () => tell({ isLost: false });
      events.onerror = () => tell({ isLost: true });
      signal.addEventListener('abort', () => {
        events.close();
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
