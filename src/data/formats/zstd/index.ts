/** Unpacks .zst files on every supported Node.js. */
export { HAS_NATIVE_ZSTD, unpackZstd } from './unpack.js';
export { UnsupportedZstd } from './frames.js';
