/** `npm run logout`: revokes the login at Google, and deletes it from this machine. */
import { msg } from '../../domain/msg.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { transportOf } from '../register/connect-google.ts';

export const logoutCommand: Command = {
  name: 'logout',
  summary: 'Takes your login to Google back, and deletes it from here.',
  options: {},
  examples: ['npm run logout'],
  run: runLogout,
};

async function runLogout({ settings: { google }, terminal }: Run): Promise<ExitCode> {
  const { logOut } = await import('../../google/login.ts');
  const { deleted, revoked } = await logOut(google.loginFolder, transportOf(google, terminal));
  if (!deleted) {
    terminal.say(
      google.origin === undefined
        ? msg`Nobody was logged in.`
        : msg`Nobody was logged in at ${google.origin}. A login to Google itself is left as it is.`,
    );
    return 0;
  }
  terminal.say(msg`Logged out: the login is deleted from this machine.`);
  if (!revoked) {
    terminal.say(
      msg`Google did not confirm that the login is revoked: see https://myaccount.google.com/connections.`,
    );
  }
  return 0;
}
