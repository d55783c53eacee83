// All of undici. It is bundled into a file of its own, dist/undici.cjs, so that it is neither read nor parsed unless used.
module.exports = require('undici/index.js');
