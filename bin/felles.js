#!/usr/bin/env node
// The command `felles`: `npx felles` says where one stands, `npx felles agenda …` runs a command.
import { register } from 'tsx/esm/api';

register();
const { startNamed } = await import('../src/app/start/start.ts');
await startNamed();
