// Fills the fields of a PDF with pdf.js, the engine of Firefox, and saves it.
//
// usage: node fill.mjs empty.pdf filled.pdf '{"name": "text", ...}' '["label of a button to choose", ...]'
//
// Prints the labels that it found, as JSON, in the order of the page.
import { readFile, writeFile } from 'node:fs/promises'

// It says that it cannot draw, which is not asked of it.
console.log = () => {}
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')

const [empty, filled, texts, chosen] = process.argv.slice(2)
const values = JSON.parse(texts), buttons = JSON.parse(chosen), labels = []
const paper = await getDocument({ data: new Uint8Array(await readFile(empty)), verbosity: 0 }).promise
for (let number = 1; number <= paper.numPages; number++) {
    const page = await paper.getPage(number)
    for (const field of await page.getAnnotations()) {
        if (field.subtype !== 'Widget') continue
        labels.push(field.alternativeText)
        const value = field.fieldType === 'Tx' ? values[field.fieldName] : buttons.includes(field.alternativeText)
        paper.annotationStorage.setValue(field.id, { value })
    }
}
await writeFile(filled, await paper.saveDocument())
process.stdout.write(JSON.stringify(labels))
