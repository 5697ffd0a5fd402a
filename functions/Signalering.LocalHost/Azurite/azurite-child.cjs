'use strict';
// Runs Azurite as a child that does not outlive its parent: when standard input closes, which also happens when the
// parent is killed, it stops. Arguments: Azurite's entry, then Azurite's own arguments.
const [entry, ...options] = process.argv.slice(1);
process.argv = [process.execPath, entry, ...options];

const GRACE_MS = 3000;   // to write its tables to the folder
let stopping = false;

function stop() {
  if (stopping) return;
  stopping = true;
  process.emit('SIGTERM');
  setTimeout(() => process.exit(0), GRACE_MS).unref();
}

process.stdin.on('end', stop).on('close', stop).on('error', stop).resume();
// A parent that is gone does not read either.
process.stdout.on('error', stop);
process.stderr.on('error', stop);

// Says when all three services listen: a port that answers may be another program's.
const net = require('net');
const { listen } = net.Server.prototype;
let listening = 0;
net.Server.prototype.listen = function (...where) {
  this.once('listening', () => { if (++listening === 3) console.log('azurite-child: ready'); });
  return listen.apply(this, where);
};

// A name with characters that XML does not have cannot be listed: Azurite then answers with nothing at all, so that one
// such file would hide every other one. Azure escapes those names. Here they are refused when they are made.
const http = require('http');
const { emit } = http.Server.prototype;
const UNLISTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
http.Server.prototype.emit = function (event, request, response) {
  if (event !== 'request' || !isUnlistable(request.url)) return emit.apply(this, arguments);
  response.writeHead(400, { 'x-ms-error-code': 'InvalidResourceName' }).end();
  return true;
};

function isUnlistable(url) {
  try {
    return UNLISTABLE.test(decodeURIComponent(url.split('?', 1)[0]));
  } catch {
    return false;   // Not even UTF-8: Azurite itself refuses that.
  }
}

require(entry);
