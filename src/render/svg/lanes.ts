/** Divides overlapping spans into lanes side by side, so that nothing hides anything. */

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A span with its lane, from 0, and the number of lanes. */
export interface Laned<Of extends Span> {
  readonly span: Of;
  readonly lane: number;
  readonly lanes: number;
}

/**
 * Spans that overlap, also through others, share the lanes that they need; a span without overlap has the whole width. If
 * more than `most` overlap at once, the last ones are drawn over others.
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
