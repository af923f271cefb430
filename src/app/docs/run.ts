/** `npm run docs`: writes into the documents what the code knows. */
import { createTerminal, standardOutputs } from '../cli/terminal.ts';
import { writeDocuments } from './documents.ts';

const { stdout, stderr } = standardOutputs();
const terminal = createTerminal(stdout, stderr, process.env);
const written = await writeDocuments();
for (const path of written) terminal.result(path);
terminal.say(`${String(written.length)} documents were written.`);
