/** Side by side: what overlaps is parted into lanes, so that nothing hides anything. */

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A span with its lane, from 0, of so many. */
export interface Laned<Of extends Span> {
  readonly span: Of;
  readonly lane: number;
  readonly lanes: number;
}

/**
 * Spans that overlap, also by way of others, share the lanes that they need; one that overlaps none has the whole width. Of more
 * than `most` that overlap at once, the last ones lie upon others.
 */
export function inLanes<Of extends Span>(spans: readonly Of[], most: number): readonly Laned<Of>[] {
  const sorted = [...spans].sort((one, other) => one.from - other.from);
  const laned: Laned<Of>[] = [];
  let cluster: { readonly span: Of; readonly lane: number }[] = [];
  /** Where each lane of the cluster is free from. */
  let ends: number[] = [];
  const close = (): void => {
    for (const one of cluster) laned.push({ ...one, lanes: ends.length });
    [cluster, ends] = [[], []];
  };
  for (const span of sorted) {
    if (ends.length > 0 && Math.max(...ends) <= span.from) close();
    const free = ends.findIndex((end) => end <= span.from);
    const lane = free !== -1 ? free : ends.length < most ? ends.length : ends.indexOf(Math.min(...ends));
    ends[lane] = Math.max(ends[lane] ?? span.to, span.to);
    cluster.push({ span, lane });
  }
  close();
  return laned;
}
