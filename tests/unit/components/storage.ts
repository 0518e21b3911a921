/** A storage of the browser's kind, whose keys are its own properties as there. */
export function storageOf(entries: Record<string, string> = {}): Storage {
  const methods = {
    getItem: (key: string) => storage[key] ?? null,
    setItem: (key: string, value: string) => void (storage[key] = value),
    removeItem: (key: string) => void Reflect.deleteProperty(storage, key),
  };
  const storage = Object.assign(Object.create(methods) as Record<string, string>, entries);
  return storage as unknown as Storage;
}
