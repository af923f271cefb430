/** The maker as the server knows it: a question, and the promise of its answer. */
import { Worker } from 'node:worker_threads';
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

/** Starts this command again in a thread of its own. */
export function startMaker({ program, argv, room, ended }: MakerStart): MakerPort {
  const worker = new Worker(program, { argv: ['start', ...argv], workerData: { room } });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let isClosing = false;
  const fail = (cause: Error): void => {
    for (const { fail: one } of waiting.values()) one(cause);
    waiting.clear();
    if (!isClosing) ended(cause);
  };
  worker.on('message', (message: unknown) => {
    const { id, body } = envelope.parse(message);
    const own = waiting.get(id);
    waiting.delete(id);
    own?.take(body);
  });
  worker.on('error', (cause) => {
    fail(cause instanceof Error ? cause : new Error(String(cause)));
  });
  worker.on('exit', () => {
    fail(new Error('The maker has ended.'));
  });
  return {
    get waiting() {
      return waiting.size;
    },
    ask: <Name extends Question['ask']>(question: Extract<Question, { readonly ask: Name }>) =>
      new Promise<Answer<Name>>((resolve, reject) => {
        last += 1;
        waiting.set(last, {
          take: (body) => {
            resolve(answerTo(question.ask, body));
          },
          fail: reject,
        });
        worker.postMessage({ id: last, body: question });
      }),
    close: async () => {
      isClosing = true;
      await worker.terminate();
    },
  };
}

/** An answer held to its schema. */
function answerTo<Name extends Question['ask']>(name: Name, body: unknown): Answer<Name>;
function answerTo(name: Question['ask'], body: unknown): unknown {
  return answers[name].parse(body);
}
