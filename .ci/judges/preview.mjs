// Writes in a guide as an author does, and looks at its preview (`studyguide serve`) in headless Chromium.
//
// usage: node preview.mjs address guide /path/to/chromium [script old new]
//
// `address` is what the command printed, `guide` a copy of the specimen, which is changed and put back. With the last three, a script
// of the preview is spoiled on its way, to see that this judge can say no. Prints {"summary": string, "findings": [string]}.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const [address, guide, executablePath, script, old, now] = process.argv.slice(2)
const AXE = readFileSync(fileURLToPath(new URL('../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8')
const RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
const SOON = script ? 5_000 : 20_000
const findings = [], done = []
const expect = (is, what) => { if (!is) findings.push(what) }

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const context = await browser.newContext({ viewport: { width: 1280, height: 700 }, bypassCSP: false })
const page = await context.newPage()
page.setDefaultTimeout(SOON)
page.on('pageerror', error => findings.push(`uncaught: ${error.message}`))
page.on('request', request => { if (!request.url().startsWith(address.split('?')[0]) && !request.url().startsWith('blob:')) findings.push(`a request for ${request.url()}`) })
if (script) await page.route(`**/_/${script}`, async route => {
    const answer = await route.fetch(), text = await answer.text()
    if (!text.includes(old)) findings.push(`nothing to spoil in ${script}`)
    await route.fulfill({ response: answer, body: text.replace(old, now) })
})

const originals = new Map()
const edit = (name, change) => {
    const file = join(guide, name)
    if (!originals.has(file)) originals.set(file, readFileSync(file, 'utf8'))
    const text = change(originals.get(file))
    if (text === originals.get(file)) throw Error(`nothing is changed in ${name}`)
    writeFileSync(file, text)
}
const putBack = () => { for (const [file, text] of originals) writeFileSync(file, text) }
const frame = () => page.frames().find(each => each.url().includes('/web/'))
const open = async name => {
    await page.goto(`${address}?page=${name}&edition=student`)
    await page.waitForFunction(name => document.body.dataset.page === name, name)
}
const seen = word => frame().waitForFunction(word => document.querySelector('main')?.textContent.includes(word), word)
const axe = async what => {
    const found = await page.evaluate(AXE).then(() => page.evaluate(runOnly => globalThis.axe.run(document, { runOnly, resultTypes: ['violations'], iframes: false }), RULES))
    for (const { id, nodes } of found.violations) findings.push(`${what}: axe ${id}: ${nodes[0].html}`)
}
// One thing that an author does: what goes wrong in it does not keep the others from being tried.
const step = async (name, act) => {
    try {
        await act()
        done.push(name)
    } catch (error) {
        findings.push(`${name}: ${error.message.split('\n')[0]}`)
    }
    putBack()
}

await step('a saved text', async () => {
    await open('plot.html')
    await axe('tools')
    await frame().evaluate(() => document.querySelector('#scene-graveyard').scrollIntoView({ behavior: 'instant' }))
    await frame().evaluate(() => scrollBy({ top: 200, behavior: 'instant' }))
    await frame().evaluate(() => { document.querySelector('main').marked = true })
    edit('chapters/plot.yaml', text => text.replace('they dig.', `they dig for a zebra. ${'More words. '.repeat(150)}`))
    await seen('zebra')
    await page.waitForTimeout(300)
    expect(await frame().evaluate(() => document.querySelector('main').marked), 'a saved text: the page was loaded again')
    const first = await frame().evaluate(() => scrollY)
    expect(first > 0, 'a saved text: the page went back to its top')
})
await step('the same place', async () => {
    await open('plot.html')
    await frame().evaluate(() => [...document.querySelectorAll('main .entry')].at(-1).scrollIntoView({ behavior: 'instant' }))
    await frame().evaluate(() => scrollBy({ top: -120, behavior: 'instant' }))
    const at = () => frame().evaluate(() => [...document.querySelectorAll('main .entry')].at(-1).getBoundingClientRect().top)
    const before = await at()
    edit('chapters/plot.yaml', text => text.replace('they dig.', `they dig for a zebra. ${'More words. '.repeat(150)}`))
    await seen('zebra')
    await page.waitForTimeout(300)
    expect(Math.abs(await at() - before) <= 2, `the same place: the text moved by ${await at() - before} pixels`)
})
await step('a save in two steps', async () => {
    const long = text => text.replace('text: Henry and', `text: |\n${Array.from({ length: 40 }, (_, each) => `          Paragraph ${each}. ${'More words. '.repeat(30)}\n\n`).join('')}          Henry and`)
    edit('chapters/plot.yaml', long)
    await open('plot.html')
    await seen('Paragraph 30.')
    const paragraph = () => frame().locator('main p', { hasText: 'Paragraph 30.' })
    await paragraph().evaluate(each => { each.scrollIntoView({ behavior: 'instant' }); scrollBy({ top: -50, behavior: 'instant' }) })
    const top = () => paragraph().evaluate(each => each.getBoundingClientRect().top)
    const before = await top()
    putBack()
    await frame().waitForFunction(() => !document.querySelector('main').textContent.includes('Paragraph 30.'))
    await page.waitForTimeout(500)
    edit('chapters/plot.yaml', long)
    await seen('Paragraph 30.')
    await page.waitForTimeout(300)
    expect(Math.abs(await top() - before) <= 2, `a save in two steps: the text moved by ${await top() - before} pixels`)
})
await step('an answer that is lost on the way', async () => {
    await open('plot.html')
    let lost = 0
    await page.route('**/web/student/plot.html', route => lost++ ? route.continue() : route.abort())
    edit('chapters/plot.yaml', text => text.replace('they dig.', 'they dig for a zebra.'))
    await page.waitForTimeout(1500)
    edit('chapters/faq.yaml', text => text.replace('the monster?', 'the quagga?'))
    await seen('zebra')
    await page.unroute('**/web/student/plot.html')
    expect(lost > 1, 'an answer that is lost on the way: it was not')
})
await step('the focus', async () => {
    await open('plot.html')
    edit('chapters/plot.yaml', text => text.replace('    text:', '    txet:'))
    await page.focus('#list li.problem:last-child button')
    edit('chapters/plot.yaml', text => text.replace('    text:', '    txet:').replace('title: ', 'title: A zebra and '))
    const number = await page.evaluate(() => Number(document.body.dataset.number))
    await page.waitForFunction(number => Number(document.body.dataset.number) > number, number)
    expect(await page.evaluate(() => document.activeElement.closest('#list') !== null), 'the focus: it is lost when the list is made anew')
    await page.keyboard.press('Enter')
    await frame().waitForFunction(() => document.activeElement.matches('._preview.problem'))
    await open('faq.html')
    await page.focus('#list li.problem button')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.body.dataset.page === 'plot.html')
    await frame().waitForFunction(() => document.activeElement.matches('._preview.problem'))
    await page.focus('#list a')
    putBack()
    await page.waitForFunction(() => document.querySelector('#list').hidden)
    expect(await page.evaluate(() => document.activeElement.id) === 'edition', 'the focus: it is lost with the last problem')
})
await step('a small window', async () => {
    await page.setViewportSize({ width: 320, height: 256 })
    await open('plot.html')
    expect(await page.evaluate(() => document.querySelector('#guide').clientHeight) > 200, 'a small window: the guide has no room')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'a small window: it scrolls sideways')
    await page.setViewportSize({ width: 1280, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight), 'a large window: it scrolls')
})
await step('a mistake', async () => {
    await open('plot.html')
    edit('chapters/plot.yaml', text => text.replace('    text:', '    txet:'))
    await page.waitForSelector('#list li.problem')
    const note = await frame().waitForSelector('._preview.problem')
    expect((await note.textContent()).includes("There is no key 'txet'"), 'a mistake: the note does not say it')
    const beside = await note.evaluate(each => each.closest('[data-source]')?.dataset.source ?? each.previousElementSibling?.dataset.source ?? '')
    expect(beside.startsWith('plot:parts/0'), `a mistake: the note is beside "${beside}"`)
    expect((await page.textContent('#status')).includes('from before'), 'a mistake: nothing says that the page is old')
    const link = await page.getAttribute('#list a', 'href')
    expect(/^vscode:\/\/file\/.*plot\.yaml:\d+:\d+$/.test(link), `a mistake: its link is ${link}`)
    await axe('a mistake')
    putBack()
    await page.waitForFunction(() => !document.querySelector('#list li.problem'))
    expect(await frame().evaluate(() => !document.querySelector('._preview.problem')), 'a mistake: the note stays')
})
await step('a click', async () => {
    await open('plot.html')
    await frame().click('#scene-graveyard p')
    await page.waitForFunction(() => document.body.dataset.place)
    const [file, line] = (await page.evaluate(() => document.body.dataset.place)).split(':')
    const text = readFileSync(join(guide, file), 'utf8').split('\n')[line - 1]
    const shown = await frame().textContent('#scene-graveyard p')
    const words = text.trim().replace(/^\w+: /, '').slice(0, 12)
    expect(words && shown.includes(words), `a click: ${file}:${line} is "${text}"`)
    expect((await page.getAttribute('#place a', 'href')).startsWith('vscode://file/'), 'a click: no link to the editor')
})
await step('the keyboard', async () => {
    await open('plot.html')
    const reached = []
    await page.focus('#edition')
    for (let count = 0; count < 12; count++) {
        reached.push(await page.evaluate(() => document.activeElement.id))
        const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)
        expect(outline !== 'none' || reached.at(-1) === 'guide', `the keyboard: the focus on ${reached.at(-1)} is not marked`)
        await page.keyboard.press('Tab')
    }
    for (const name of ['edition', 'view', 'width', 'notes', 'where', 'pdf', 'epub', 'guide']) expect(reached.includes(name), `the keyboard: ${name} is not reached`)
    await page.focus('#where')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.body.dataset.place)
})
await step('a telephone', async () => {
    await open('plot.html')
    await page.selectOption('#width', 'phone')
    await page.waitForTimeout(200)
    expect(await frame().evaluate(() => innerWidth) === 390, 'a telephone: the frame is not as wide as one')
    expect(await frame().evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'a telephone: it scrolls sideways')
})
await step('an answer that is typed', async () => {
    await open('questions.html')
    const box = frame().locator('main input[type=radio], main input[type=checkbox]').first()
    await box.check()
    edit('chapters/questions.yaml', text => text.replace(/title: .*/, 'title: Questions with a zebra'))
    await seen('zebra')
    await page.waitForTimeout(300)
    expect(await box.isChecked(), 'an answer that is typed: it is lost')
})
await step('another edition', async () => {
    await open('plot.html')
    await page.selectOption('#edition', 'teacher')
    await page.waitForFunction(() => document.querySelector('#guide').contentWindow.location.href.includes('/teacher/'))
    await page.waitForFunction(() => document.body.dataset.page === 'plot.html')
})
await step('another page', async () => {
    await open('faq.html')
    edit('chapters/plot.yaml', text => text.replace('they dig.', 'they dig for a zebra.'))
    await page.waitForSelector('#status a')
    await page.click('#status a')
    await seen('zebra')
})
if (!script) await step('a printed page', async () => {
    await open('plot.html')
    await page.selectOption('#view', 'print')
    await page.waitForFunction(() => document.body.dataset.printed, null, { timeout: 120_000 })
    const picture = () => page.evaluate(() => document.querySelector('#paper img').src)
    const before = await picture()
    await axe('a printed page')
    edit('chapters/plot.yaml', text => text.replace('they dig.', 'they dig for a zebra.'))
    await page.waitForFunction(before => document.querySelector('#paper img').src !== before, before, { timeout: 60_000 })
    expect(/^Page \d+ of \d+$/.test(await page.getAttribute('#paper img', 'alt')), 'a printed page: it has no number')
    await page.focus('#before')
    const pages = Number((await page.evaluate(() => document.body.dataset.printed)).split(' ')[2])
    for (let count = 0; count < pages; count++) await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.body.dataset.printed.split(' ')[1] === '1')
    expect(await page.evaluate(() => document.activeElement.id) === 'after', 'a printed page: the focus is lost at the first page')
    await page.click('#after')
    await page.click('#after')
    await page.waitForFunction(() => document.body.dataset.printed.split(' ')[1] === '3')
})
await browser.close()
console.log(JSON.stringify({ summary: `${done.length} things tried`, findings }))
