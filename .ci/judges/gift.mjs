// Reads a GIFT file with gift-pegjs, a parser that is not ours; each thing that is lost or torn is a finding.
// usage: node gift.mjs FILE. Prints JSON: summary, findings.
import { readFileSync } from 'node:fs'
import { parse } from 'gift-pegjs'

const text = readFileSync(process.argv[2], 'utf8')
const findings = []
let questions = []
try {
    const all = parse(text)
    questions = all.filter(each => each.type !== 'Category')
    for (const each of all) {
        if (each.type === 'Category' && /\\[~=#{}:]/.test(each.title)) findings.push(`${each.title}: a category keeps its backslashes`)
    }
} catch (error) {
    findings.push(`does not parse: ${error.message} (line ${error.location?.start.line ?? '?'})`)
}
const titles = [...text.matchAll(/^::((?:\\.|[^\\:])*)::/gm)].map(match => match[1])
if (!findings.length && questions.length !== titles.length) findings.push(`${titles.length} questions became ${questions.length}`)
for (const each of questions) {
    if (!each.title) findings.push(`a question has no title: ${each.stem?.text?.slice(0, 60)}`)
    if (each.type === 'Description') findings.push(`${each.title}: has no answers, not even an empty pair of braces`)
    if (each.type === 'MC' && !each.choices.some(choice => choice.isCorrect || choice.weight > 0)) findings.push(`${each.title}: no option is right`)
    if (each.type === 'Matching' && each.matchPairs.length < 2) findings.push(`${each.title}: has fewer than two pairs`)
}
if (!questions.length && !findings.length) findings.push('has no questions')
console.log(JSON.stringify({ summary: `${questions.length} questions`, findings }))
process.exitCode = findings.length ? 1 : 0
