/* Both modules in one, for JavaScript: memory that grows under one would be lost to another. */
export * from './kernels';
export * from './convolutions';
