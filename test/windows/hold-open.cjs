// Holds the file open that its first argument names, until there is a file of the second name: as Word and Excel do.
const { closeSync, existsSync, openSync, writeFileSync } = require('node:fs');

const [file, stop] = process.argv.slice(2);
const handle = openSync(file, 'r+');
writeFileSync(`${stop}.held`, '');
const look = setInterval(() => {
  if (!existsSync(stop)) return;
  closeSync(handle);
  clearInterval(look);
}, 20);
