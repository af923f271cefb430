// Runs the command named first from the sources themselves, as a script does that has no bundle.
import process from 'node:process';
import { main } from '../../src/app/main.ts';

const [name] = process.argv.splice(2, 1);
await main(name, (stack) => stack);
