"""Own the names of medicines that may have no page here, by class and use; says nothing else about them.

Key: class and main use, then after `|` the words by which texts speak of the whole class.
Value: names separated by commas; other names of the same medicine are joined by `=`.
"""

from __future__ import annotations

DRUGS: dict[str, str] = {
    "tricyclic antidepressant | tricyclic, tricyclics, TCA": """
        nortriptyline=Pamelor=Aventyl=Allegron, imipramine=Tofranil, desipramine=Norpramin,
        clomipramine=Anafranil, doxepin=Sinequan=Silenor, dosulepin=dothiepin=Prothiaden, lofepramine=Gamanil,
        trimipramine=Surmontil, protriptyline=Vivactil, amoxapine, butriptyline, opipramol,
        maprotiline=Ludiomil
    """,
    "SNRI antidepressant | SNRI": """
        desvenlafaxine=Pristiq, milnacipran=Savella=Ixel, levomilnacipran=Fetzima, sibutramine, tesofensine
    """,
    "SSRI antidepressant | SSRI, selective serotonin reuptake inhibitors": """
        fluoxetine=Prozac=Sarafem, sertraline=Zoloft=Lustral, citalopram=Celexa=Cipramil,
        escitalopram=Lexapro=Cipralex, paroxetine=Paxil=Seroxat, fluvoxamine=Luvox=Faverin, dapoxetine=Priligy
    """,
    "other antidepressant": """
        mirtazapine=Remeron=Zispin, trazodone=Desyrel=Molipaxin, bupropion=Wellbutrin=Zyban,
        vortioxetine=Trintellix=Brintellix, reboxetine=Edronax, agomelatine=Valdoxan, nefazodone=Serzone,
        vilazodone=Viibryd, mianserin, tianeptine, esketamine=Spravato, St John's wort=hypericum=st johns
        wort, brexanolone, zuranolone, viloxazine
    """,
    "MAO inhibitor, antidepressant or for Parkinson's disease | MAO inhibitor, MAOI, monoamine oxidase": """
        phenelzine=Nardil, tranylcypromine=Parnate, isocarboxazid=Marplan, moclobemide=Manerix,
        selegiline=Emsam, rasagiline=Azilect, safinamide
    """,
    "antidepressant combination": """
        Symbyax=olanzapine and fluoxetine, perphenazine and amitriptyline=Triptafen
    """,
    "stimulant or for ADHD": """
        atomoxetine=Strattera, methylphenidate=Ritalin=Concerta, amphetamine=Adderall,
        lisdexamfetamine=Vyvanse, modafinil, guanfacine
    """,
    "gabapentinoid | gabapentinoid": """
        pregabalin=Lyrica=Alzain, gabapentin=Neurontin=Gralise, mirogabalin=Tarlige
    """,
    "antiepileptic | antiepileptic, antiseizure": """
        carbamazepine=Tegretol, oxcarbazepine=Trileptal, eslicarbazepine, lamotrigine=Lamictal,
        valproate=valproic acid=sodium valproate=Depakote=Epilim, topiramate=Topamax, levetiracetam=Keppra,
        lacosamide=Vimpat, phenytoin=Dilantin, phenobarbital=phenobarbitone, zonisamide, vigabatrin, clobazam,
        ethosuximide, perampanel, brivaracetam, primidone, rufinamide, cenobamate
    """,
    "opioid | opioid": """
        tramadol=Ultram=Zydol, tapentadol=Nucynta=Palexia, morphine, oxycodone=OxyContin, hydrocodone,
        codeine=co-codamol, fentanyl, methadone, buprenorphine=Butrans, hydromorphone, dihydrocodeine,
        pethidine=meperidine, naloxone, naltrexone, oxymorphone, heroin
    """,
    "topical pain treatment": """
        lidocaine=lignocaine=lidocaine plaster=lidocaine patch=Versatis, capsaicin=Qutenza=Axsain, menthol,
        clonidine cream, EMLA, Voltarol gel
    """,
    "toxin": """
        botulinum toxin=botulinum toxin a=Botox
    """,
    "cannabis-based medicine | cannabinoid, cannabis": """
        cannabis=marijuana=weed, nabiximols=Sativex, dronabinol, nabilone, cannabidiol=CBD=cbd oil, THC
    """,
    "non-opioid painkiller": """
        paracetamol=acetaminophen=Tylenol=Panadol, metamizole, nefopam
    """,
    "NSAID painkiller | NSAID, nonsteroidal anti-inflammatory": """
        ibuprofen=Advil=Nurofen=Motrin, naproxen=Aleve, diclofenac=Voltaren, celecoxib=Celebrex, etoricoxib,
        indomethacin=indometacin, meloxicam, ketorolac, aspirin, piroxicam, mefenamic acid
    """,
    "anticoagulant | anticoagulant, blood thinner": """
        warfarin=Coumadin, apixaban=Eliquis, rivaroxaban=Xarelto, dabigatran=Pradaxa, edoxaban, heparin,
        enoxaparin
    """,
    "antiplatelet medicine": """
        clopidogrel=Plavix, ticagrelor=Brilinta, prasugrel, dipyridamole
    """,
    "triptan for migraine | triptan": """
        sumatriptan=Imitrex=Imigran, rizatriptan=Maxalt, zolmitriptan=Zomig, eletriptan, naratriptan,
        almotriptan, frovatriptan
    """,
    "migraine medicine": """
        erenumab, fremanezumab, galcanezumab, ergotamine, rimegepant, ubrogepant, flunarizine, pizotifen
    """,
    "beta blocker | beta blocker": """
        propranolol=Inderal, metoprolol, atenolol, bisoprolol, carvedilol, nebivolol, timolol, sotalol,
        labetalol
    """,
    "antiarrhythmic | antiarrhythmic": """
        amiodarone, flecainide, propafenone, quinidine, dronedarone, mexiletine, disopyramide, digoxin
    """,
    "blood pressure medicine": """
        amlodipine=Norvasc, nifedipine, diltiazem, verapamil, lisinopril, ramipril, enalapril, perindopril,
        losartan, valsartan, candesartan, irbesartan, telmisartan, clonidine, methyldopa, guanethidine,
        reserpine, doxazosin, prazosin, tamsulosin, hydralazine, spironolactone
    """,
    "diuretic | diuretic": """
        furosemide=Lasix, hydrochlorothiazide, bendroflumethiazide, indapamide, bumetanide, thiazide,
        torsemide
    """,
    "statin": """
        atorvastatin=Lipitor, simvastatin=Zocor, rosuvastatin=Crestor, pravastatin, ezetimibe, fenofibrate,
        statin
    """,
    "diabetes medicine": """
        metformin=Glucophage, insulin, gliclazide, glipizide, glimepiride, sitagliptin=Januvia,
        empagliflozin=Jardiance, dapagliflozin, liraglutide, semaglutide=Ozempic=Wegovy,
        dulaglutide=Trulicity, tirzepatide=Mounjaro, pioglitazone, exenatide, linagliptin
    """,
    "benzodiazepine or sleeping pill | benzodiazepine, sedative": """
        diazepam=Valium, lorazepam=Ativan, alprazolam=Xanax, clonazepam=Klonopin, temazepam, zopiclone,
        zolpidem=Ambien, eszopiclone, oxazepam, midazolam, melatonin, suvorexant, nitrazepam,
        chlordiazepoxide, promethazine
    """,
    "anxiety medicine": """
        buspirone=Buspar, hydroxyzine, pregabalin for anxiety
    """,
    "mood stabilizer": """
        lithium=Priadel
    """,
    "antipsychotic | antipsychotic, phenothiazine": """
        quetiapine=Seroquel, olanzapine=Zyprexa, risperidone=Risperdal, aripiprazole=Abilify,
        haloperidol=Haldol, chlorpromazine=Largactil, clozapine=Clozaril, ziprasidone, lurasidone,
        thioridazine, levomepromazine, amisulpride, perphenazine, brexpiprazole, cariprazine
    """,
    "antibiotic": """
        ciprofloxacin=Cipro, linezolid=Zyvox, amoxicillin, penicillin, clarithromycin, erythromycin,
        azithromycin, doxycycline, moxifloxacin, levofloxacin, trimethoprim, metronidazole,
        rifampicin=rifampin, enoxacin, vancomycin, nitrofurantoin, flucloxacillin, cephalexin, gentamicin
    """,
    "antifungal": """
        fluconazole, ketoconazole, itraconazole, terbinafine, voriconazole, nystatin, clotrimazole
    """,
    "antiviral": """
        aciclovir=acyclovir=Zovirax, valaciclovir=valacyclovir, ritonavir, oseltamivir=Tamiflu, tenofovir,
        efavirenz, remdesivir, Paxlovid, dolutegravir
    """,
    "steroid": """
        prednisolone, prednisone, dexamethasone, hydrocortisone, methylprednisolone, fludrocortisone
    """,
    "stomach medicine": """
        omeprazole=Prilosec=Losec, lansoprazole, pantoprazole, esomeprazole=Nexium, dexlansoprazole=Dexilant,
        cimetidine, famotidine, ranitidine, ondansetron, metoclopramide, domperidone, loperamide, senna,
        lactulose, bisacodyl, macrogol
    """,
    "antihistamine": """
        cetirizine, loratadine, diphenhydramine=Benadryl, fexofenadine, chlorphenamine, cyproheptadine,
        doxylamine
    """,
    "bladder medicine": """
        oxybutynin, solifenacin, tolterodine, mirabegron, finasteride
    """,
    "erection medicine": """
        sildenafil=Viagra, tadalafil=Cialis
    """,
    "dementia medicine": """
        donepezil=Aricept, memantine, rivastigmine, galantamine
    """,
    "anesthetic | anesthetic": """
        ketamine, propofol, isoflurane, nitrous oxide, bupivacaine, ropivacaine
    """,
    "muscle relaxant": """
        baclofen, tizanidine, cyclobenzaprine=Flexeril, methocarbamol, dantrolene, orphenadrine, carisoprodol
    """,
    "other medicine": """
        levothyroxine=thyroxine, methotrexate, allopurinol, colchicine, tamoxifen, disulfiram, varenicline,
        ivabradine, methylene blue, dextromethorphan, tryptophan, ephedrine, phenylephrine,
        epinephrine=adrenaline=epipen, salbutamol=albuterol, montelukast, theophylline, cyclophosphamide,
        oxaliplatin, paclitaxel, cisplatin, vincristine, bortezomib, thalidomide, levodopa, pramipexole,
        ropinirole, finasteride, testosterone, estrogen=HRT=oestrogen, oral contraceptive=the pill=birth
        control pill, alendronate, denosumab, adalimumab, infliximab, rituximab, hydroxychloroquine,
        sulfasalazine, azathioprine, ciclosporin=cyclosporine, tacrolimus, interferon, mannitol, botulism
        antitoxin, atropine, physostigmine, acetylcysteine, activated charcoal
    """,
    "food supplement": """
        alpha lipoic acid=alpha-lipoic acid=ALA, vitamin b12=cobalamin=b12, vitamin d, vitamin b6=pyridoxine,
        magnesium, acetyl l carnitine, turmeric=curcumin, fish oil=omega 3, 5-htp, SAMe, ginkgo, valerian,
        palmitoylethanolamide=PEA, folic acid, zinc, iron tablets, glucosamine, grapefruit=grapefruit juice,
        caffeine=coffee, evening primrose oil
    """,
}
