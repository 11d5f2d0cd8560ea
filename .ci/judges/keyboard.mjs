// What a reader does with the keyboard in a web edition; each thing that cannot be done is a finding.

// Milliseconds; machines that judge are busy.
const WAIT = 8000
const BRIEFLY = 1000 // where something is wrong already, and the answer is no

// Runs in the page: whether the element in focus can be seen, and its focus with it.
const focus = () => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const { left, right, top, bottom } = element.getClientRects()[0] // of its first line
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2, y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2
    const over = document.elementFromPoint(x, y)
    window.stops ??= []
    const before = window.stops.at(-1)
    window.stops.push(element)
    return {
        name: `${element.localName}#${element.id} "${element.textContent.trim().slice(0, 30)}"`,
        id: element.id,
        isSeen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
        isCovered: Boolean(over) && !element.contains(over) && !over.contains(element),
        isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) > 1,
        isBack: Boolean(before) && Boolean(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING),
    }
}
// Runs in the page: how many elements the tabulator should reach: of radio buttons, one of each choice.
const reachable = () => [...document.querySelectorAll('a[href], button, summary, input, select')].filter(each =>
    each.checkVisibility({ visibilityProperty: true }) &&
    (each.type !== 'radio' || each === document.querySelector(`[name="${CSS.escape(each.name)}"]`))).length

export const hands = async (browser, home, widths, complaining, axe) => {
    const findings = []
    let steps = 0
    for (const width of widths) {
        const context = await browser.newContext({ viewport: { width, height: width < 500 ? 640 : 900 } })
        const page = await context.newPage()
        page.setDefaultTimeout(WAIT)
        const complain = finding => findings.push(`keyboard ${width}: ${finding}`)
        await complaining(page, complain)
        const press = async key => { steps++; await page.keyboard.press(key) }
        const must = async (what, test, argument) => {
            const timeout = findings.length ? BRIEFLY : WAIT
            await page.waitForFunction(test, argument, { timeout }).catch(() => complain(what))
        }
        const clean = async state => (await axe(page)).found.forEach(found => complain(`${state}: ${found}`))
        const inFocus = id => must(`the focus is not on ${id}`, id => document.activeElement.id === id, id)

        // The skip link comes first, and leads to the text.
        await page.goto(`${home}index.html`)
        const chapter = await page.evaluate(() => document.querySelector('main nav a').href)
        await page.goto(chapter)
        await press('Tab')
        const first = await page.evaluate(focus)
        if (!first?.isSeen || !await page.evaluate(() => document.activeElement.matches('a.skip'))) complain('no skip link first')
        await press('Enter')
        await inFocus('_text')
        await press('Tab')
        await must('the skip link leads elsewhere', () => document.activeElement.closest('main, main ~ *'))

        // From the top to the end, in the order of the document, seen and marked.
        await page.goto(chapter)
        const count = await page.evaluate(reachable)
        let reached = 0
        for (; reached <= count; reached++) {
            await press('Tab')
            const stop = await page.evaluate(focus)
            if (!stop) break
            if (!stop.isSeen) complain(`focus out of sight: ${stop.name}`)
            if (stop.isCovered) complain(`focus under something: ${stop.name}`)
            if (!stop.isMarked) complain(`focus not marked: ${stop.name}`)
            if (stop.isBack) complain(`focus goes back: ${stop.name}`)
        }
        if (reached !== count) complain(`${reached} of ${count} links and buttons are reached`)

        // The list of chapters, where it is a popover.
        if (await page.isVisible('button[popovertarget]')) {
            await page.focus('button[popovertarget]')
            await press('Enter')
            await must('the chapters do not open', () => document.querySelector('[popover]:popover-open [aria-current="page"]'))
            await clean('chapters')
            await press('Escape')
            await must('the chapters do not close', () => !document.querySelector('[popover]:popover-open'))
        }

        // Searching: open, type, walk into the results, escape; and follow one.
        const word = await page.evaluate(() => document.querySelector('h2').textContent.trim())
        const search = async () => {
            await page.focus('#_open-search')
            await press('Enter')
            await inFocus('_search-words')
            await page.keyboard.insertText(word)
            await must(`nothing is found for "${word}"`, () => document.querySelector('#_search-results a'))
            await press('ArrowDown')
            await must('the arrow does not lead to a result', () => document.activeElement.matches('#_search-results a'))
        }
        await search()
        await clean('search')
        await press('Escape')
        await must('search does not close', () => !document.querySelector('dialog[open]'))
        await inFocus('_open-search')
        await search()
        const target = await page.evaluate(() => document.activeElement.href)
        await press('Enter')
        await must(`a result does not lead to ${target}`, target => location.href === target && !document.querySelector('dialog[open]'), target)

        // The look, which is remembered.
        await page.focus('#_dark')
        await press('Enter')
        const ground = () => getComputedStyle(document.documentElement).backgroundColor
        const dark = await page.evaluate(ground)
        await page.reload()
        if (await page.evaluate(ground) !== dark || dark === 'rgb(255, 255, 255)') complain('the dark look is not remembered')
        await page.focus('#_dark')
        await press('Enter')

        // A note: beside the text, and gone again.
        for (const href of await page.evaluate(() => [...document.querySelectorAll('nav[popover] a')].map(({ href }) => href))) {
            await page.goto(href)
            if (await page.locator('a[role=doc-noteref]').count()) break
        }
        if (await page.locator('a[role=doc-noteref]').count()) {
            await page.locator('a[role=doc-noteref]').first().focus()
            await press('Enter')
            await must('a note does not open', () => document.activeElement.matches('.note-window:popover-open'))
            await clean('note')
            await press('Escape')
            await must('a note does not close', () => document.activeElement.matches('a[role=doc-noteref]'))
        } else complain('there is no note to try')

        // At twice the size of letters nothing is wider than the screen.
        for (const href of await page.evaluate(() => [...document.querySelectorAll('nav[popover] a')].map(({ href }) => href.split('#')[0])).then(all => new Set(all))) {
            await page.goto(href)
            await page.evaluate(() => { document.documentElement.style.fontSize = '225%' })
            await must(`with large letters ${href.split('/').at(-1)} scrolls sideways`, () => document.documentElement.scrollWidth <= innerWidth)
        }
        await context.close()
    }

    // Without scripts: the text is there, and no button that would do nothing.
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${home}index.html`)
    if (!await page.isVisible('main h1')) findings.push('without scripts there is no text')
    if (await page.isVisible('#_open-search') || await page.isVisible('#_dark')) findings.push('without scripts there are idle buttons')
    await context.close()
    return { steps, findings }
}
