import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import {
  requestedWebinars,
  webinarsOf,
  type WebinarRequest,
} from '../../../src/papers/announcement/webinars.ts';
import { dateCell } from '../../support/build-workbook.ts';
import { registerWith, webinarRow } from '../../support/webinars.ts';

const register = registerWith({
  Aktiviteter: [
    webinarRow('A-2026-005', '2026-12-15T10:00', { Serie: 'Webinarserie for distriktskommuner' }),
    webinarRow('A-2026-004', '2026-12-08T10:00', { Status: 'Avlyst' }),
    webinarRow('A-2026-003', '2026-12-01T10:00', { Status: 'Idé' }),
    webinarRow('A-2026-002', '2026-12-01T10:00', {
      Start: dateCell('2026-12-01'),
      Slutt: null,
      Status: 'Planlagt',
    }),
    webinarRow('A-2026-001', '2026-12-01T10:00', { Type: 'Nettverk' }),
    webinarRow('A-2026-006', '2026-12-01T10:00', { Status: 'Snart' }),
  ],
});

describe('the webinars', () => {
  it('are those that are more than an idea and have a time, in order of it', () => {
    expect(webinarsOf(register).map(({ id }) => id)).toEqual(['A-2026-004', 'A-2026-005']);
  });

  it('can be asked for by ID, by series, or all', () => {
    const ids = (request: WebinarRequest): readonly string[] =>
      requestedWebinars(register, request).map(({ id }) => id);
    expect(ids({ webinar: 'A-2026-004' })).toEqual(['A-2026-004']);
    expect(ids({ series: 'webinarserie for  DISTRIKTSKOMMUNER' })).toEqual(['A-2026-005']);
    expect(ids({})).toEqual(['A-2026-004', 'A-2026-005']);
  });

  it.each([
    [{ webinar: 'A-2026-001' }, /is not a webinar/u, /type Webinar/u],
    [{ webinar: 'A-2026-002' }, /has no time of day/u, /row 5 of Aktiviteter/u],
    [{ webinar: 'A-2026-003' }, /is only an idea/u, /Planlagt/u],
    [{ webinar: 'A-2026-006' }, /row 7 of Aktiviteter has errors/u, /npm run check/u],
    [{ webinar: 'A-2026-055' }, /no activity A-2026-055/u, /Did you mean A-2026-005\?/u],
    [{ webinar: 'tull' }, /no activity tull/u, /Aktiviteter/u],
    [
      { series: 'Webinarserie for distriktskommunar' },
      /in a series/u,
      /«Webinarserie for distriktskommuner»/u,
    ],
    [{ series: 'Noe helt annet' }, /in a series/u, /Serie of Aktiviteter/u],
  ])('are refused with advice: %j', (request, message, advice) => {
    const refusal = (): unknown => requestedWebinars(register, request);
    expect(refusal).toThrow(UserError);
    expect(refusal).toThrow(message);
    expect(refusal).toThrow(expect.objectContaining({ advice: expect.stringMatching(advice) as string }));
  });
});
