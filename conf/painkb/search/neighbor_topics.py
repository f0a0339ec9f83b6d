"""Own diseases and other matters that people ask for and that may have no page here, by group.

Value: names separated by commas; other names of the same thing are joined by `=`.
"""

from __future__ import annotations

TOPICS: dict[str, str] = {
    "pain condition": """
        fibromyalgia=FMS, migraine=migraine prevention, low back pain=back pain=lumbago=chronic low back pain,
        sciatica=radiculopathy=radicular pain, osteoarthritis=arthritis, rheumatoid arthritis, gout, tension
        headache=tension-type headache=headache, cluster headache, complex regional pain syndrome=CRPS,
        phantom limb pain=phantom pain, chemotherapy-induced neuropathy=CIPN=chemo neuropathy, HIV neuropathy,
        small fiber neuropathy=SFN, burning mouth syndrome=burning mouth, persistent idiopathic facial
        pain=atypical facial pain, central post-stroke pain=post-stroke pain=CPSP, spinal cord injury
        pain=spinal cord injury, multiple sclerosis=MS, cancer pain, post-surgical pain=postsurgical
        neuropathic pain, carpal tunnel syndrome=carpal tunnel, endometriosis, irritable bowel syndrome=IBS,
        interstitial cystitis=bladder pain syndrome, temporomandibular disorder=TMJ=TMD, toothache=dental
        pain, plantar fasciitis, neck pain=whiplash, knee pain, hip pain, shoulder pain=frozen shoulder,
        dysmenorrhea=period pain=menstrual cramps, vulvodynia, chronic pelvic pain=pelvic pain, chronic
        primary pain=chronic widespread pain, tennis elbow, shin splints, kidney stones=renal colic, abdominal
        pain=stomach ache, chest pain, sore throat, muscle cramps, restless legs=restless legs syndrome,
        Morton neuroma, occipital neuralgia, glossopharyngeal neuralgia, ear pain=earache
    """,
    "mental health": """
        depression=major depression=major depressive disorder=MDD, anxiety=generalized anxiety disorder=GAD,
        panic disorder=panic attack, OCD=obsessive compulsive disorder, PTSD, ADHD=attention deficit,
        schizophrenia=psychosis, autism, eating disorder=bulimia=anorexia, insomnia treatment, borderline
        personality disorder, postnatal depression=postpartum depression, alcoholism=alcohol dependence,
        smoking cessation=stop smoking=quit smoking, electroconvulsive therapy=ECT, social anxiety, burnout
    """,
    "other disease": """
        asthma, COPD, pneumonia, bronchitis, influenza=flu, covid=coronavirus=covid-19, common cold=a cold,
        tuberculosis, HIV, hepatitis c, urinary tract infection=UTI=cystitis, sepsis, malaria, measles,
        chickenpox, shingles vaccine, shingles=herpes zoster, cellulitis, acne, eczema, psoriasis,
        hives=urticaria, stroke, TIA, Parkinson's disease=parkinson, Alzheimer's disease=alzheimer, ALS=motor
        neurone disease, Guillain-Barre syndrome=GBS, CIDP, myasthenia gravis, Bell's palsy, meningitis, brain
        tumor, concussion, vertigo=meniere, hearing loss, cataract, macular degeneration, pink
        eye=conjunctivitis, anemia, leukemia, lymphoma, breast cancer, prostate cancer, lung cancer, colon
        cancer, melanoma, chemotherapy regimen, radiotherapy, hypothyroidism=thyroid, hyperthyroidism,
        obesity=weight loss, type 1 diabetes=diabetic ketoacidosis, high cholesterol=cholesterol, hypertension
        guideline, deep vein thrombosis=DVT, pulmonary embolism, atrial fibrillation stroke prevention, heart
        failure treatment, peripheral artery disease, varicose veins, GERD=acid reflux=heartburn, ulcerative
        colitis, Crohn's disease=crohn, celiac disease, gallstones, pancreatitis, hemorrhoids, constipation in
        children, osteoporosis, fracture=broken bone, sprain, lupus, polymyalgia rheumatica, vasculitis,
        sarcoidosis, amyloidosis, Lyme disease=lyme, menopause=hot flushes=hot flashes, infertility=IVF, PCOS,
        erectile dysfunction treatment, premature ejaculation, stress incontinence=urinary
        incontinence=incontinence, bedwetting=enuresis, snoring=sleep apnea, chronic fatigue syndrome=myalgic
        encephalomyelitis=ME/CFS, long covid, vitamin deficiency, food poisoning, nosebleed
    """,
    "care outside this knowledge base": """
        vaccine=vaccination=immunization, veterinary=dogs=dog=cats=cat=horse=pets,
        price=cost=cheap=coupon=copay, buy online=where to buy=online pharmacy=order online, insurance=prior
        authorization, opening hours=clinic hours, appointment=book an appointment, prescription refill=repeat
        prescription, street value=get high=recreational=snort, recipe=bake=cooking, weather, football=soccer,
        restaurant, visa=passport, stock price=share price, job=vacancy=salary, lawyer=compensation=lawsuit,
        travel insurance=fly with, homeopathy, crystal healing, CPR, first aid, wound care=dressing, blood
        transfusion, IV fluids, ventilator, dental implant, contraception, abortion, gender reassignment,
        organ donation=organ transplant=kidney transplant=liver transplant=transplant, eye test=optician, hair
        transplant, tattoo, keto diet=diet plan, yoga class, marathon training, urine drug test=drug test,
        breathalyzer, chiropractor, programming=python=javascript=java=excel, news=election, movie=film=song,
        dosing calculator=dose calculator
    """,
}
