import { bendCurveParameters } from './parameters.ts';
import { tableFormat, type AddressFormat, type ReadAddress } from '../kit/demo/address-format.ts';
import { bentCurve, type Settings } from './bent-curve.ts';

/** How the figure's address is read and written; moves of handles that this curve does not have are left out and reported. */
export function bendCurveFormat(figure: string): AddressFormat<Settings> {
  const { read, changed, write } = tableFormat(figure, bendCurveParameters);
  return {
    read: (search) => withOwnHandles(read(search)),
    changed: (set, now) => withOwnHandles(changed(set, now)),
    write,
  };
}

function withOwnHandles({ state, notices }: ReadAddress<Settings>): ReadAddress<Settings> {
  if (!state) return { state, notices };
  const { handles } = bentCurve(state);
  const moved = state.moved.filter((edit) => edit.index < handles.length && 'y' in edit);
  const foreign = state.moved.length - moved.length;
  if (foreign === 0) return { state, notices };
  const notice = `${bendCurveParameters.moved.label}: ${foreign} of them do not belong to this curve and are left out.`;
  return { state: { ...state, moved }, notices: [...notices, notice] };
}
