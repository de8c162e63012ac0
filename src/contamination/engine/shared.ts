type TypedArray = Int8Array | Uint8Array | Uint16Array | Int32Array | Float64Array;

/** The same value with all of its typed arrays in memory that threads can share, so that none of them has its own. */
export function shareArrays<T>(value: T): T {
  if (isTypedArray(value)) return sharedCopy(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shareArrays<unknown>(part)])) as T;
}

function isTypedArray(value: unknown): value is TypedArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function sharedCopy<T extends TypedArray>(array: T): T {
  const copy = new (array.constructor as new (buffer: SharedArrayBuffer) => T)(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
}
