// Plays the quizzes of a web edition by keyboard: all answers right, then all wrong; each thing that fails is a finding.

const WAIT = 8000

// Runs in the page: what the control in focus is, and what to do so that it is answered rightly, or wrongly.
const task = isRight => {
    const control = document.activeElement, question = control.closest('.question')
    if (control.matches('.quiz button')) return { kind: 'button' }
    if (!question || !control.matches('input, select')) return { kind: 'other' }
    const right = (question.dataset.right ?? '').split(' ').map(Number)
    const all = [...question.querySelectorAll(control.localName)], place = all.indexOf(control)
    if (control.type === 'radio') return { kind: 'radio', steps: isRight ? right[0] : (right[0] + 1) % all.length }
    if (control.type === 'checkbox') return { kind: 'checkbox', isTicked: right.includes(place) === isRight }
    if (control.type === 'text') return { kind: 'text', word: isRight ? JSON.parse(question.querySelectorAll('span.gap')[place].dataset.right).at(-1).toUpperCase() : '?x' }
    const wanted = question.matches('.ordering') ? right.indexOf(place) : right[place]
    return { kind: 'select', steps: 1 + (isRight ? wanted : (wanted + 1) % (control.options.length - 1)) }
}

// Runs in the page: what is said of each set, and of its questions; `isEmpty` if no control has an answer.
const outcome = () => [...document.querySelectorAll('.quiz')].map(box => {
    const results = []
    for (let each = box.previousElementSibling; each && !each.matches('.quiz, h2'); each = each.previousElementSibling) {
        const result = each.querySelector('fieldset > p.result')
        if (result) results.push({ words: result.textContent, isRight: result.matches('.right') })
    }
    const status = box.querySelector('[role=status]')
    return { results, score: status.textContent, missed: status.querySelectorAll('a').length }
})

const press = async (page, key, times = 1) => { for (let time = 0; time < times; time++) await page.keyboard.press(key) }

// Goes through the page with the tabulator, answers each question, and presses the first button of each set.
const play = async (page, isRight) => {
    const stops = await page.evaluate(() => document.querySelectorAll('a[href], button, summary, input, select').length)
    let steps = 0
    await page.evaluate(() => { document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0) })
    await page.focus('.skip')
    for (; steps < stops; steps++) {
        await press(page, 'Tab')
        const { kind, steps: down, isTicked, word } = await page.evaluate(task, isRight)
        if (kind === 'radio') { await press(page, 'Space'); await press(page, 'ArrowDown', down) }
        if (kind === 'checkbox' && isTicked) await press(page, 'Space')
        if (kind === 'select') await press(page, 'ArrowDown', down)
        if (kind === 'text') await page.keyboard.type(word)
        if (kind === 'button' && await page.evaluate(() => !document.activeElement.previousElementSibling)) await press(page, 'Enter')
        if (await page.evaluate(() => document.activeElement === document.body)) break
    }
    const isSaid = () => [...document.querySelectorAll('.quiz [role=status]')].every(each => each.textContent)
    await page.waitForFunction(isSaid, undefined, { timeout: WAIT }).catch(() => {})
    return steps
}

export const quizzes = async (browser, home, names, widths, complaining, axe) => {
    const findings = []
    let played = 0, steps = 0
    for (const width of widths) {
        const context = await browser.newContext({ viewport: { width, height: width < 500 ? 640 : 900 } })
        const page = await context.newPage()
        for (const name of names) {
            const complain = finding => findings.push(`quiz ${name} ${width}: ${finding}`)
            page.removeAllListeners()
            await complaining(page, complain)
            await page.goto(home + name)
            if (!await page.locator('[data-right]').count()) continue
            played++

            // A voice says the question when it comes to its controls.
            for (const text of await page.locator('fieldset > .question-text').allTextContents()) {
                const group = page.getByRole('group', { name: text.replace(/\s+/g, ' ').trim(), exact: true })
                if (!await group.count()) complain(`no group of controls is called "${text}"`)
            }

            steps += await play(page, true)
            const right = await page.evaluate(outcome)
            if (!right.length || !right.every(({ results }) => results.length)) complain('there is nothing to check')
            if (!right.every(({ results, score, missed }) => score && !missed && results.every(each => each.isRight && each.words)))
                complain(`right answers are not found right: ${JSON.stringify(right)}`)
            await page.evaluate(() => scrollTo(0, 0)) // or what is below the bar of tools would count as hidden
            for (const found of (await axe(page)).found) complain(`checked: ${found}`)
            if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) complain('it scrolls sideways')

            // The second button empties the set, and the focus is at its first question again.
            const again = page.locator('.quiz button:nth-of-type(2)')
            for (let place = 0; place < await again.count(); place++) {
                await again.nth(place).focus()
                await press(page, 'Enter')
                if (!await page.evaluate(() => document.activeElement.matches('fieldset :is(input, select)'))) complain('the focus is lost')
            }
            const isEmpty = () => ![...document.querySelectorAll('fieldset :is(:checked:not(option), [type=text], select)')]
                .some(each => each.matches(':checked') || each.value)
            if (!await page.evaluate(isEmpty)) complain('answers are kept')
            if ((await page.evaluate(outcome)).some(({ results, score }) => score || results.some(({ words }) => words)))
                complain('results are kept')

            steps += await play(page, false)
            const wrong = await page.evaluate(outcome)
            if (!wrong.every(({ results, score, missed }) => score && missed === results.length && results.every(each => !each.isRight && each.words)))
                complain(`wrong answers are not found wrong: ${JSON.stringify(wrong)}`)
            const link = page.locator('.quiz [role=status] a').first()
            if (await link.count()) {
                await link.focus()
                await press(page, 'Enter')
                if (!await page.evaluate(() => document.querySelector('.question:target'))) complain('no link leads back to a question')
            }
        }
        await context.close()
    }

    // Without scripts there is nothing to fill in.
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    for (const name of names) {
        await page.goto(home + name)
        if (await page.locator('fieldset, .quiz').count()) findings.push(`quiz ${name}: there are controls without scripts`)
    }
    await context.close()
    return { played: played / widths.length, steps, findings }
}
