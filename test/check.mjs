/** `npm run check`: everything that must hold, in the order that finds faults soonest. Ends with one line of counts. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name) => join(root, 'node_modules', '.bin', name)
const reports = mkdtempSync(join(tmpdir(), 'waymark-check-'))
const report = join(reports, 'tests.json')

/** Licences that may be shipped with an MIT program. */
const LICENCES = [
  'MIT',
  'MIT-0',
  'MIT*',
  'ISC',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'Zlib',
  'Unlicense',
  'CC0-1.0',
  'CC-BY-4.0',
  'Python-2.0',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'MPL-2.0',
  'WTFPL',
  'Public Domain',
  'Artistic-2.0',
  'UNLICENSED',
]

const steps = [
  ['format', bin('oxfmt'), ['--check']],
  ['lint', bin('oxlint'), ['--deny-warnings']],
  ['types', bin('tsc'), ['-b']],
  ['types of tests', bin('tsc'), ['-p', 'test']],
  ['unused code', bin('knip'), ['--no-progress']],
  ['build', process.execPath, ['cli/build.mjs']],
  [
    'licences',
    bin('license-checker-rseidelsohn'),
    ['--production', '--excludePrivatePackages', '--onlyAllow', LICENCES.join(';'), '--summary'],
  ],
  ['tests', 'npm', ['test', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
]

const counts = { passed: 0, failed: 0 }
const skipped = []

for (const [name, command, args] of steps) {
  process.stdout.write(`\n— ${name}\n`)
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: process.env,
    shell: process.platform === 'win32',
  })
  if (name === 'tests') countTests(status)
  else counts[status === 0 ? 'passed' : 'failed']++
  if (status !== 0) process.stdout.write(`${name} failed\n`)
}

function countTests(status) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    counts.passed += numPassedTests
    // A test file that cannot even be loaded has no failed test of its own.
    const broken = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    )
    counts.failed += numFailedTests + broken.length
    for (const file of testResults) {
      for (const test of file.assertionResults) {
        if (test.status === 'skipped' || test.status === 'pending' || test.status === 'todo')
          skipped.push(test.fullName)
      }
    }
    if (status !== 0 && counts.failed === 0) counts.failed++
  } catch {
    counts.failed++
  }
}

rmSync(reports, { recursive: true, force: true })
for (const name of skipped) process.stdout.write(`skipped: ${name}\n`)
process.stdout.write(
  `\n${counts.passed} passed, ${counts.failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}\n`,
)
process.exitCode = counts.failed === 0 ? 0 : 1
