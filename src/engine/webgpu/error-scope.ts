/**
 * Does something on a device, and catches what the device reports about it. The scope ends even if the work throws.
 *
 * @returns what the work returned, and the first error of that kind, or null, once the device knows
 */
export function inErrorScope<T>(
  device: GPUDevice,
  filter: GPUErrorFilter,
  work: () => T,
): { readonly result: T; readonly error: Promise<GPUError | null> } {
  device.pushErrorScope(filter);
  let error: Promise<GPUError | null> | undefined;
  const end = (): Promise<GPUError | null> => {
    error ??= device.popErrorScope();
    // Nobody asks for it if the work threw.
    error.catch(() => undefined);
    return error;
  };
  try {
    const result = work();
    return { result, error: end() };
  } finally {
    void end();
  }
}
