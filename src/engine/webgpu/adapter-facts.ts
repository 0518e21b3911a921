import { isSoftwareRenderer } from '../software-renderer.ts';

/** What is known of an adapter. */
export interface AdapterFacts {
  /** In words for the reader. */
  readonly name: string;
  readonly software: boolean;
  /** The largest number of threads that it may run in step, 0 if it does not say. */
  readonly threadsInStep: number;
}

/** As browsers have it or had it: the oldest with WebGPU have no `info`, and say on the adapter whether it is a fallback. */
interface AnyAdapter {
  readonly info?: Partial<GPUAdapterInfo> | undefined;
  readonly isFallbackAdapter?: boolean;
}

/** Asks an adapter who it is; one that does not say counts as hardware. */
export function adapterFacts(adapter: AnyAdapter): AdapterFacts {
  const { info } = adapter;
  const { description = '', device = '', vendor = '', architecture = '' } = info ?? {};
  const words = [description || device, vendor, architecture].filter((word) => word !== '');
  return {
    name: words.length === 0 ? 'WebGPU adapter that keeps its name to itself' : [...new Set(words)].join(', '),
    software:
      (info?.isFallbackAdapter ?? adapter.isFallbackAdapter ?? false) ||
      isSoftwareRenderer([description, device, vendor, architecture].join(' ')),
    threadsInStep: info?.subgroupMaxSize ?? 0,
  };
}
