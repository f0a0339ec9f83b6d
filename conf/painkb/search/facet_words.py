"""Own the words people use for each facet, in everyday and professional language; matched after spelling is folded.

A phrase stands once in a list; plural and British forms need no entry of their own.
"""

from __future__ import annotations

_TEXTS: dict[str, str] = {
    "dose": """
        dose, dosage, dosing, posology, how much, how many mg, mg, milligrams, usual dose, pain dose, low
        dose, dose range, therapeutic dose, effective dose, recommended dose, dose for pain, dose schedule,
        schedule
    """,
    "dose-start": """
        start, starting, starting dose, start dose, initial dose, first dose, start at, begin, initiate,
        initiation, initiating, starter dose, where to start, opening dose
    """,
    "dose-step": """
        titrate, titration, titrating, uptitrate, up titrate, uptitration, increase, increase the dose, go up,
        raise, dose step, step up, how fast to increase, how to increase, escalate, escalation, increment
    """,
    "dose-max": """
        max, maximum, maximum dose, max dose, highest, highest dose, ceiling, upper limit, top dose, dose
        limit, how high, most i can take, up to how much, daily limit, cap
    """,
    "dose-other": """
        depression dose, dose for depression, antidepressant dose, dose in depression, anxiety dose, dose for
        anxiety
    """,
    "take": """
        how to take, when to take, how do i take, when do i take, should i take, at night, bedtime, morning or
        night, time of day, with food, empty stomach, before food, missed dose, miss a dose, missed a dose,
        forgot, forgot a dose, forgotten, crush, open the capsule, open capsule, chew, swallow,
        administration, evening
    """,
    "kidney": """
        kidney, renal, egfr, gfr, crcl, creatinine clearance, creatinine, ckd, dialysis, hemodialysis, aki,
        esrd, renal impairment, renal failure, kidney disease, kidney failure, bad kidneys, nephrology, renal
        dosing
    """,
    "liver": """
        liver, hepatic, cirrhosis, lft, lfts, alt, child pugh, hepatic impairment, liver disease, liver
        failure, bad liver, hepatitis, liver enzymes, jaundice
    """,
    "older": """
        elderly, older, older adults, older people, older person, old age, geriatric, geriatrics, frail,
        frailty, beers, over 65, aged 65, 65 years, 70 year old, 75 year old, 80 year old, 85 year old,
        pensioner, care home, stopp
    """,
    "heart": """
        heart, cardiac, ecg, ekg, qt, qtc, arrhythmia, heart attack, mi, myocardial infarction, heart failure,
        heart block, cardiovascular, ischemic heart disease, angina, palpitations, bundle branch block, heart
        disease, heart problem, heart rhythm, sudden cardiac death, atrial fibrillation
    """,
    "pregnancy": """
        pregnancy, pregnant, trimester, teratogenic, teratogenicity, conceive, trying for a baby, conception,
        fetus, fetal, birth defect, malformation, antenatal, childbearing, expecting, unborn, newborn,
        neonatal
    """,
    "breastfeeding": """
        breastfeeding, breast feeding, breastfeed, breast feed, lactation, lactating, nursing mother, breast
        milk, breastmilk, milk, nursing, infant dose
    """,
    "contraindication": """
        contraindication, contraindicated, contraindications, ci, must not, who should not, who cannot, who
        can not, avoid, avoid in, not be used, do not use, should not take, when not to use, never use,
        barred, absolute contraindication
    """,
    "caution": """
        caution, cautions, precaution, precautions, warning, warnings, glaucoma, angle closure, epilepsy,
        epileptic, seizure, seizure threshold, fits, bipolar, mania, manic, urinary retention, prostate, bph,
        safe in, is it safe, safety, use with care, closed angle glaucoma, hypertension, bleeding, bleeding
        risk
    """,
    "suicide": """
        suicide, suicidal, suicidality, self harm, boxed warning, black box, black box warning, suicidal
        thoughts, suicidal ideation, under 25, young adults, kill myself, end my life
    """,
    "interaction": """
        interaction, interactions, interact, interacts, interacting, drug interaction, combine with, combined
        with, taken with, take with, together, together with, co prescribe, coprescribe, coadministration,
        concomitant, mix, mixing, mix with, alongside, alcohol, drink, drinking, beer, wine, booze, serotonin
        syndrome, serotonin toxicity, safe with, while on, while taking, at the same time, added to, add to,
        cyp inhibitor
    """,
    "driving": """
        driving, drive, drive a car, car, machinery, operate machinery, machines, cycle, dvla, fit to drive
    """,
    "side-effect": """
        side effect, side effects, adverse effect, adverse event, adverse reaction, adr, tolerability,
        unwanted effect, dry mouth, drowsy, drowsiness, sedation, sedating, sedative, sleepy, sleepiness,
        hangover, groggy, dizzy, dizziness, constipation, constipated, nausea, sick, vomiting, sweating,
        sweats, weight gain, weight, headache, blurred vision, sexual dysfunction, sex drive, libido, erectile
        dysfunction, hyponatremia, low sodium, siadh, hypotension, postural hypotension, falls, fall risk,
        confusion, anticholinergic, anticholinergic burden, antimuscarinic, dementia, tremor, insomnia, raised
        blood pressure, high blood pressure, rash, tinnitus, yawning, urinary hesitancy, fatigue, hair loss
    """,
    "monitoring": """
        monitor, monitoring, check, checks, blood test, blood tests, baseline tests, review, follow up,
        followup, bloods, blood pressure check, check blood pressure, measure blood pressure, check sodium,
        what to check, ecg before, drug level, plasma level, when to review, blood pressure monitoring, how
        often to check
    """,
    "switching": """
        switch, switching, switch from, switch to, change from, change to, changing from, changing to, swap,
        swapping, cross taper, crosstaper, crossover from, convert, conversion, replace, washout, wash out,
        instead of, rotate
    """,
    "stopping": """
        stop, stopping, stopped, taper, tapering, wean, weaning, come off, coming off, get off, getting off,
        discontinue, discontinuation, discontinuation syndrome, withdrawal, withdrawals, withdrawal symptoms,
        withdraw, brain zaps, brain zap, deprescribe, deprescribing, cold turkey, quit, quitting, reduce,
        reducing, reduction, cut down, abruptly, abrupt, suddenly, hyperbolic, addictive, addiction,
        dependence, dependent, hooked, ran out
    """,
    "overdose": """
        overdose, overdosed, od, too much, too many, poisoning, poisoned, toxicity, toxic, toxic dose, lethal,
        lethal dose, fatal, fatal toxicity, took too many, ingestion, antidote, bicarbonate, sodium
        bicarbonate, qrs, qrs widening, tca overdose, double dose
    """,
    "mechanism": """
        mechanism, mechanism of action, moa, how does it work, how do they work, how does, how do, how it
        works, mode of action, pathway, pharmacology, pharmacodynamics, why does, why do, works on, act on,
        acts on
    """,
    "binding": """
        affinity, ki, kd, ic50, binding, binding affinity, receptor affinity, nanomolar, nm, occupancy,
        selectivity
    """,
    "half-life": """
        half life, t1/2, t 1/2, halflife, elimination half life, steady state, how long does it stay,
        clearance
    """,
    "metabolism": """
        metabolism, metabolised, metabolized, metabolite, active metabolite, cyp, cyp2d6, cyp2c19, cyp1a2,
        cyp3a4, p450, pharmacokinetics, pk, pharmacogenetics, pharmacogenomics, pgx, poor metabolizer,
        ultrarapid, ultrarapid metabolizer, genotype, gene, genes, genetic, cpic, 2d6, 2c19, 1a2,
        bioavailability, protein binding
    """,
    "evidence": """
        evidence, nnt, number needed to treat, efficacy, effective, effectiveness, does it work, do they work,
        work for, works for, help with, does it help, trial, trials, rct, rcts, study, studies, cochrane, meta
        analysis, systematic review, placebo, certainty, grade, pain relief, 50% relief, response rate,
        responder, network meta analysis, benefit, proof
    """,
    "harm": """
        nnh, number needed to harm, dropout, dropouts, withdrawals due to adverse events, harm, harms
    """,
    "onset": """
        onset, how soon, how quickly, how fast, how long to work, how long until, how long before, how long
        does it take, how long for, when will it work, when does it work, when will, kick in, time to effect,
        time to benefit, take to work, takes to work, start working, begin to work, weeks to work, how many
        weeks, onset of action, time course, how long does, trial period, adequate trial
    """,
    "duration": """
        how long should, how long will i take, how long to continue, how long do i need, for life, forever,
        long term, duration, duration of treatment, treatment duration, when to stop, lifelong, how long to
        take
    """,
    "guideline": """
        guideline, guidelines, guidance, recommendation, recommended, recommend, recommends, nice, cg173,
        neupsig, efns, ean, aan, ada, sign, first line, 1st line, second line, 2nd line, third line, line of
        treatment, first choice, treatment of choice, algorithm, place in therapy, sfetd, canadian pain
        society, treat, treatment, treatments, what to give, what to prescribe, which drug, best drug, best
        medicine, best antidepressant, best treatment, role, what works best, drug of choice, preferred,
        therapy, medication, medications, medicines
    """,
    "antidepressants": """
        antidepressant, antidepressants, which antidepressant, antidepressant for, antidepressants for
    """,
    "disagreement": """
        disagree, disagreement, sources disagree, conflict, conflicting, controversy, controversial, differ,
        discrepancy, guideline differences, why do guidelines differ
    """,
    "licence": """
        licence, license, licensed, unlicensed, off label, offlabel, off licence, approved, approval, fda
        approved, indication, indications, indicated, marketing authorization, legal status, is it approved
    """,
    "form": """
        form, forms, formulation, formulations, tablet, tablets, capsule, capsules, liquid, oral solution,
        syrup, drops, strength, strengths, modified release, extended release, prolonged release, xr, xl, er,
        sr, mr, patch, preparations, comes in, available as, strengths available, tablet sizes
    """,
    "names": """
        brand, brands, brand name, brand names, trade name, trade names, generic, generic name, other name,
        other names, also called, also known as, aka, synonym, atc, atc code, rxnorm, rxcui, identifier, same
        as, same drug
    """,
    "red-flag": """
        red flag, red flags, urgent, emergency, danger sign, danger signs, warning sign, warning signs, alarm,
        alarm symptoms, when to worry, get help, call a doctor, call an ambulance, a&e, er visit, 911, 999,
        serious, cauda equina
    """,
    "diagnosis": """
        diagnosis, diagnose, diagnosed, diagnosing, diagnostic, criteria, screening, screening tool,
        questionnaire, dn4, lanss, paindetect, symptoms, signs, symptom, recognize, feature, features, test,
        tests, examination, mri, imaging, what does it feel like, how do i know, how to tell, identify,
        assess, assessment, monofilament, nerve conduction
    """,
    "cause": """
        cause, causes, caused by, etiology, aetiology, why do i have, why have i, pathophysiology, what
        causes, risk factor, risk factors
    """,
    "frequency": """
        how common, prevalence, incidence, epidemiology, how many people, common is, how often does
    """,
    "referral": """
        refer, referral, referred, when to refer, specialist, pain clinic, neurologist, secondary care,
        neurosurgery, surgeon
    """,
    "non-drug": """
        non drug, nondrug, non pharmacological, nonpharmacological, physiotherapy, physio, exercise, cbt,
        psychological, tens, acupuncture, without medicine, without drugs, without medication, surgery,
        microvascular decompression, mvd, self management, foot care, spinal cord stimulation, relaxation,
        mindfulness
    """,
    "combination": """
        combination, combination therapy, combine, combining, combined, dual therapy, add on, adding,
        polytherapy, augment, plus
    """,
    "failed": """
        failed, fail, not work, does not work, no benefit, ineffective, should not be used, what not to use,
        negative trial, useless
    """,
    "measure": """
        outcome measure, outcome measures, pain score, pain scale, nrs, vas, scale, how to measure, response
        measure, 30 percent
    """,
    "compare": """
        compare, compared, comparison, compare with, versus, vs, better, better than, difference, difference
        between, side by side, head to head, which is better, stronger, safer, differ, differences
    """,
    "unknown": """
        unknown, not known, uncertainty, uncertain, gap, gaps, evidence gaps, research gaps, what we do not
        know
    """,
    "people": """
        in people, human, humans, human evidence, in humans, human studies, healthy volunteers, volunteers
    """,
    "animals": """
        animal, animals, in animals, animal evidence, animal studies, rat, rats, mouse, mice, rodent, knockout
    """,
    "vitro": "in vitro, vitro, cells, cell culture, assay, laboratory",
    "analogy": """
        analogy, metaphor, explain to patient, explain to a patient, circuit breaker, electrical wires,
        picture, how to explain
    """,
}


def _list(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())


WORDS = {facet: _list(text) for facet, text in _TEXTS.items()}
"""The phrases of each facet, by its id."""
