import { faultOf, loudestSecond, toSound } from '../../core/sound/recording.ts';

/** How long a reader has to say a word. */
const recordedSeconds = 2.5;

/** What to say of why there is no microphone, by the name that browsers give the error. */
const refusals: Readonly<Record<string, string>> = {
  NotAllowedError:
    'The microphone was refused, so the words stay as they are. Allow it for this page in the browser’s settings and press again.',
  NotFoundError: 'There is no microphone here, so the words stay as they are. Connect one and press again.',
  NotReadableError:
    'The microphone is used by something else, so the words stay as they are. Close that and press again.',
};
const unusable = 'The microphone could not be used, so the words stay as they are. Try another browser.';

const faults = {
  silent:
    'Nothing was heard, so the word stays as it was. Come closer to the microphone, or turn it up, and record again.',
  clipped:
    'The recording was too loud and is cut off at its peaks, so the word stays as it was. Go further from the microphone and record again.',
} as const;

/**
 * Records a word by the microphone. It stays in the memory of this page, and the microphone is off again at the end.
 *
 * @param onListening is called when the reader may speak
 * @param signal ends it before its time; the recording is thrown away
 * @returns a second of it, as the words of the site are
 * @throws Error with a sentence for the reader if there is no microphone, it was refused, or the recording is silent or clipped; what
 *   the signal was given if it was ended
 */
export async function recordWord(onListening: () => void, signal: AbortSignal): Promise<Float64Array> {
  const stream = await openMicrophone();
  try {
    signal.throwIfAborted();
    const { samples, rate } = await decode(await listen(stream, onListening, signal));
    signal.throwIfAborted();
    const start = loudestSecond(samples, rate);
    const second = samples.subarray(start, start + rate);
    const fault = faultOf(second);
    if (fault) throw new Error(faults[fault]);
    return toSound(second, rate);
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

async function openMicrophone(): Promise<MediaStream> {
  // Browsers hide it from pages that others on the way can change, and from old frames.
  const devices = (navigator as Partial<Navigator>).mediaDevices as Partial<MediaDevices> | undefined;
  if (!devices?.getUserMedia || !('MediaRecorder' in globalThis))
    throw new Error(
      isSecureContext
        ? 'This browser gives pages no microphone, so the words stay as they are. Try another one.'
        : 'This page did not come by https, so the browser gives it no microphone. The words stay as they are.',
    );
  try {
    // A voice as it is: what makes calls easier to follow would change it.
    return await devices.getUserMedia({ audio: { echoCancellation: false, noiseSuppression: false, channelCount: 1 } });
  } catch (cause) {
    throw new Error((cause instanceof Error && refusals[cause.name]) || unusable, { cause });
  }
}

function listen(stream: MediaStream, onListening: () => void, signal: AbortSignal): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const recorder = new MediaRecorder(stream);
    const parts: Blob[] = [];
    const stop = (): void => {
      if (recorder.state !== 'inactive') recorder.stop();
    };
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => resolve(new Blob(parts, { type: recorder.mimeType }));
    recorder.onerror = (event) => reject(new Error(unusable, { cause: event }));
    signal.addEventListener('abort', stop, { once: true });
    recorder.start();
    // Not once it says that it has begun: where a microphone gives nothing at all, it never does.
    onListening();
    setTimeout(stop, 1000 * recordedSeconds);
  });
}

/** The samples of a recording, whatever the browser packed it as; several channels as their mean. */
async function decode(recording: Blob): Promise<{ readonly samples: Float32Array; readonly rate: number }> {
  const rate = 48_000;
  if (recording.size === 0) return { samples: new Float32Array(0), rate };
  const context = new OfflineAudioContext(1, 1, rate);
  const buffer = await context.decodeAudioData(await recording.arrayBuffer()).catch((cause: unknown) => {
    throw new Error(unusable, { cause });
  });
  const samples = new Float32Array(buffer.length);
  for (let channel = 0; channel < buffer.numberOfChannels; channel += 1)
    buffer.getChannelData(channel).forEach((sample, n) => {
      samples[n] = (samples[n] as number) + sample / buffer.numberOfChannels;
    });
  return { samples, rate: buffer.sampleRate };
}
