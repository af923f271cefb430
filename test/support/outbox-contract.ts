/** What every outbox keeps, whatever it delivers by. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ComposedMessage } from '../../src/delivery/compose.ts';
import { sends, type Outbox } from '../../src/delivery/outbox.ts';

export interface OutboxUnderTest {
  readonly outbox: Outbox;
  /** What has really been delivered, the bytes of each. */
  readonly delivered: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

export const messageTo = (
  address: string,
  body = 'Hei!\r\n',
  key = `${'0'.repeat(31)}1`,
): ComposedMessage => ({
  messageId: `<${key}@felles.example>`,
  envelope: { from: 'post@felles.example', to: address },
  bytes: new TextEncoder().encode(`Subject: Prøve\r\nTo: ${address}\r\n\r\n${body}`),
});

/** Only an outbox that sends may say of a message that it is sent. */
const taken = ({ outbox }: OutboxUnderTest): 'sent' | 'written' => (sends(outbox.name) ? 'sent' : 'written');

const released = (): Promise<void> => Promise.resolve();

export function outboxContract(name: string, make: () => Promise<OutboxUnderTest>): void {
  describe(`${name} keeps the contract of an outbox:`, () => {
    let at: OutboxUnderTest;
    beforeEach(async () => {
      at = await make();
    });
    afterEach(async () => {
      await at.outbox.close();
      await at.remove();
    });

    it('delivers a message once it is released, to the byte, and says where it is', async () => {
      const message = messageTo('ola@kommune.example');
      const came = await at.outbox.deliver(message, released);
      expect(came.is).toBe(taken(at));
      expect(JSON.stringify(came)).not.toContain('ola@');
      const [only, ...more] = await at.delivered();
      expect(more).toEqual([]);
      expect(only?.trimEnd()).toBe(Buffer.from(message.bytes).toString('utf8').trimEnd());
    });

    it('has delivered nothing as long as it is not released', async () => {
      let before: readonly string[] = ['not looked'];
      await at.outbox.deliver(messageTo('ola@kommune.example'), async () => {
        before = await at.delivered();
      });
      expect(before).toEqual([]);
    });

    it('delivers nothing where the release fails, and lets the failure through', async () => {
      const failing = at.outbox.deliver(messageTo('ola@kommune.example'), () =>
        Promise.reject(new Error('the disk is full')),
      );
      await expect(failing).rejects.toThrow('the disk is full');
      expect(await at.delivered()).toEqual([]);
      expect((await at.outbox.deliver(messageTo('kari@kommune.example'), released)).is).toBe(taken(at));
    });

    it('delivers many, one after the other, each as it is', async () => {
      const bodies = ['.', '..\r\n.\r\n', 'a\r\n.\r\nb\r\n', 'ÆØÅ 😀', 'From here\r\n'];
      for (const [index, body] of bodies.entries()) {
        const key = index.toString(16).padStart(32, '0');
        expect(
          (await at.outbox.deliver(messageTo(`k${String(index)}@x.example`, body, key), released)).is,
        ).toBe(taken(at));
      }
      const texts = (await at.delivered()).map((text) =>
        text.split('\r\n\r\n').slice(1).join('\r\n\r\n').trimEnd(),
      );
      expect(texts.toSorted()).toEqual(bodies.map((body) => body.trimEnd()).toSorted());
    });
  });
}
