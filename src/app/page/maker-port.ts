/** The maker as the server knows it: a question, and the promise of its answer. */
import { msg } from '../../domain/msg.ts';
import { Worker } from 'node:worker_threads';
import { hasCode } from '../../disk/has-code.ts';
import { UserError } from '../../domain/user-error.ts';
import { answers, envelope, type Answer, type Question } from './protocol.ts';

export interface MakerPort {
  /** Rejects where the maker has ended. */
  ask<Name extends Question['ask']>(
    question: Extract<Question, { readonly ask: Name }>,
  ): Promise<Answer<Name>>;
  /** Questions that have no answer yet. */
  readonly waiting: number;
  close(): Promise<void>;
}

interface Waiting {
  readonly take: (body: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** How the maker is started. */
export interface MakerStart {
  /** bin/felles.js, absolute. */
  readonly program: string;
  /** The flags of this command. */
  readonly argv: readonly string[];
  /** A folder for what is made to be looked at. */
  readonly room: string;
  /** Called when it ends by itself. */
  readonly ended: (cause: Error) => void;
}

/** What questions go through, and answers come back. */
interface Channel {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** A maker at the other end of a channel. `fail`: no answer will come any more. */
export function askThrough(
  channel: Channel,
): Pick<MakerPort, 'ask' | 'waiting'> & { readonly fail: (cause: Error) => void } {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let isGone: Error | undefined;
  channel.on('message', (message) => {
    const { id, body, failed } = envelope.parse(message);
    const own = waiting.get(id);
    waiting.delete(id);
    if (failed === undefined) own?.take(body);
    else
      own?.fail(
        failed.advice === undefined
          ? new Error(failed.message)
          : new UserError(failed.message, failed.advice),
      );
  });
  return {
    get waiting() {
      return waiting.size;
    },
    ask: <Name extends Question['ask']>(question: Extract<Question, { readonly ask: Name }>) =>
      new Promise<Answer<Name>>((resolve, reject) => {
        if (isGone !== undefined) {
          reject(isGone);
          return;
        }
        last += 1;
        waiting.set(last, {
          take: (body) => {
            resolve(answerTo(question.ask, body));
          },
          fail: reject,
        });
        channel.postMessage({ id: last, body: question });
      }),
    fail: (cause) => {
      isGone ??= cause;
      for (const { fail: one } of waiting.values()) one(cause);
      waiting.clear();
    },
  };
}

/** Starts this command again in a thread of its own. */
export function startMaker({ program, argv, room, ended }: MakerStart): MakerPort {
  const worker = new Worker(program, { argv: ['start', ...argv], workerData: { room } });
  const { fail, ...asking } = askThrough(worker);
  let isClosing = false;
  const gone = (cause: Error): void => {
    fail(cause);
    if (!isClosing) ended(cause);
    isClosing = true;
  };
  worker.on('error', (cause) => {
    gone(causeOf(cause));
  });
  worker.on('exit', () => {
    gone(new Error('The maker has ended.'));
  });
  return {
    ...asking,
    close: async () => {
      isClosing = true;
      await worker.terminate();
    },
  };
}

function causeOf(cause: unknown): Error {
  if (hasCode(cause, 'ERR_WORKER_OUT_OF_MEMORY'))
    return new UserError(
      msg`The register needs more memory than the page may use.`,
      msg`Set NODE_OPTIONS=--max-old-space-size=8192 (megabytes), and start it again.`,
      { cause },
    );
  return cause instanceof Error ? cause : new Error(String(cause));
}

/** An answer held to its schema. */
function answerTo<Name extends Question['ask']>(name: Name, body: unknown): Answer<Name>;
function answerTo(name: Question['ask'], body: unknown): unknown {
  return answers[name].parse(body);
}
