/** A saved heatmap's figures of the day beside those of now. */
import type { Output } from '../../../core/contract/index.ts'
import { useAsk } from '../../data.ts'
import { Answer } from '../../evidence/ViewFrame.tsx'

type Place = Output<'mapping.compareView'>['rows'][number]['now']

export function SinceThen({ view }: { view: number }) {
  const answer = useAsk('mapping.compareView', { view })
  return (
    <Answer answer={answer} working="Counting again">
      {({ rows }) => {
        const changed = rows.filter(({ before, now }) => written(before) !== written(now))
        return changed.length === 0 ? (
          <p className="saved-same">Every figure is the same as then.</p>
        ) : (
          <table className="saved-table">
            <caption className="hidden-visually">What has changed</caption>
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">Then</th>
                <th scope="col">Now</th>
              </tr>
            </thead>
            <tbody>
              {changed.map(({ id, name, before, now }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{written(before)}</td>
                  <td>{written(now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }}
    </Answer>
  )
}

const written = (place: Place): string =>
  place === null ? 'not there' : `${place.F}/${place.E} (of ${place.P})`
