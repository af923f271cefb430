/** Counties that somebody asks for by a name or number of before the reforms. */
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import { formerCounties } from '../register/data/former-counties.ts';
import { formerCountyNamed } from '../register/rules/area-names.ts';

/** Throws UserError for a former county; `advise` gets the names of the counties of today that it became. */
export function requireCurrent(asked: string, advise: (successors: readonly string[]) => string): void {
  const former = formerCountyNamed(asked) ?? formerCounties().find(({ number }) => number === asked);
  if (former === undefined) return;
  const names = former.successors.map(({ name }) => name);
  throw new UserError(msg`«${asked}» is no longer a county.`, advise(names));
}
