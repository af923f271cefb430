/** The mailings: what is due and made, and each of them to be looked at, approved, sent and followed. */
import { z } from 'zod';
import { mailingsWords } from '../../../language/page/mailings-words.ts';
import { listSchema, listView } from '../mailings/list-view.ts';
import { mailingFile } from '../mailings/mailing-file.ts';
import { mailingSchema, mailingView } from '../mailings/mailing-view.ts';
import { defineScreen } from '../screen.ts';
import { textsOf, textsSchema } from '../texts.ts';

const { nb } = mailingsWords;

const schema = z.object({
  words: z.object({
    list: textsSchema(nb.list),
    look: textsSchema(nb.look),
    people: textsSchema(nb.people),
    checks: textsSchema(nb.checks),
    steps: textsSchema(nb.steps),
    bounces: textsSchema(nb.bounces),
  }),
  /** One of the two is there. */
  list: listSchema.optional(),
  mailing: mailingSchema.optional(),
  listAddress: z.string(),
  bounces: z.object({ action: z.string(), form: z.string(), from: z.string() }),
});

export const mailingsScreen = defineScreen<z.infer<typeof schema>>({
  name: 'mailings',
  schema,
  title: ({ mailing, words }) => mailing?.windowTitle ?? words.list['heading'] ?? '',
  view: async (scene) => {
    const { standard, path, form } = scene;
    const [name] = path;
    const words = mailingsWords[standard];
    const listAddress = `/${standard}/mailings`;
    return {
      words: {
        list: textsOf(words.list),
        look: textsOf(words.look),
        people: textsOf(words.people),
        checks: textsOf(words.checks),
        steps: textsOf(words.steps),
        bounces: textsOf(words.bounces),
      },
      ...(name === undefined ? { list: await listView(scene) } : { mailing: await mailingView(scene, name) }),
      listAddress,
      bounces: { action: `/${standard}/bounces`, form, from: listAddress },
    };
  },
  file: mailingFile,
});
