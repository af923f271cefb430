/** Whom a mailing is for, on a day on which no contact has left unless a test says so. */
import { dayOf, type Day } from '../../src/domain/time.ts';
import type { Audience } from '../../src/papers/announcement/audience.ts';
import { audienceOf as audienceOn, type AudienceRequest } from '../../src/papers/announcement/recipients.ts';
import type { Register } from '../../src/register/register.ts';
import { nowAt } from './build-workbook.ts';

export const today: Day = dayOf(nowAt('2026-11-23T12:00'));

export type Request = Omit<AudienceRequest, 'on'> & { readonly on?: Day };

export const audienceOf = (register: Register, request: Request): Audience =>
  audienceOn(register, { on: today, ...request });
