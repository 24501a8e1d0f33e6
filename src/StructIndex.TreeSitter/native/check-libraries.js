// Fails where a library is made for another system or processor than the one it is staged for: packages of grammars have held such.
// usage: node check-libraries.js RID FOLDER
const fs = require('fs');
const path = require('path');

function systemOf(bytes) {
  if (bytes.readUInt32BE(0) === 0x7F454C46) {
    return 'linux-' + { 0x3E: 'x64', 0xB7: 'arm64' }[bytes.readUInt16LE(18)];
  }

  if (bytes.readUInt32LE(0) === 0xFEEDFACF) {
    return 'osx-' + { 0x01000007: 'x64', 0x0100000C: 'arm64' }[bytes.readUInt32LE(4)];
  }

  if (bytes.readUInt16LE(0) === 0x5A4D) {
    return 'win-' + { 0x8664: 'x64', 0xAA64: 'arm64' }[bytes.readUInt16LE(bytes.readUInt32LE(0x3C) + 4)];
  }

  return 'unknown';
}

const [rid, folder] = process.argv.slice(2);
for (const name of fs.readdirSync(folder)) {
  const system = systemOf(fs.readFileSync(path.join(folder, name)));
  if (system !== rid) {
    console.error(`${path.join(folder, name)} is for ${system}, not for ${rid}: let Native.targets compile it.`);
    process.exitCode = 1;
  }
}
