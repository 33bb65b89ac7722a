"""What others did or have yet to do for one's work, in five languages: deeds that end waits."""

DEEDS: dict[str, str] = {
    "GAVE": """
        arrived, came, landed, delivered, sent, resent, re-sent, brought, handed, gave, given,
        granted, merged, approved, signed, countersigned, agreed, fixed, patched, repaired,
        restored, mounted, bumped, upgraded, renewed, lifted, opened, reopened, raised, released,
        deployed, redeployed, shipped, rolled, reloaded, refreshed, backfilled, replayed, rebuilt,
        reran, loaded, populated, published, exposed, enabled, re-enabled, added, created,
        registered, wired, switched, returned, answered, replied, responded, decided, settled,
        confirmed, chose, picked, freed, healed, recovered, corrected, unlocked, reset,
        provisioned, installed, attached, extended, doubled, cleared, whitelisted, allowlisted,
        reinstated, resumed, reviewed, validated, finalized, finalised, adjudicated, relabeled,
        relabelled, labelled, labeled, annotated, tagged, uploaded, posted, shared, provided,
        migrated, renamed, rotated, reissued, swapped, exported, synced, resynced, reverted,
        unfroze, unblocked, turned up, showed up, live, in place, in main, on main, in prod, works,
        working, ready, complete, completed, readable, let us in, let me in, went live, is in, are
        in, was in, got, received, have it, have them, has it, in hand, merged it, said yes, gave
        us, gave me, ok'd, okayed, nodded, blessed, waved through, on time, early,
        entrego, entregaron, entregou, entregaram, llegaron, llego, mando, mandaron, mandou,
        mandaram, arreglo, arreglaron, aprobo, aprobaron, aprobado, aprobada, firmo, firmado,
        firmada, publico, respondio, contesto, corrigio, corrigiu, corrigiram, aprovou, aprovado,
        aprovada, assinou, assinado, assinada, respondeu, subio, subiu, abrio, abriu, cargo,
        carregou, recibi, recibimos, recebi, recebemos, dio, dieron, deu, deram, hizo, fez,
        consertou, restauro, habilito, habilitou, funciona, funcionando, chegaram, chegou,
        livre, livres, livree, livrees, valide, validee, signe, signee, corrige, corrigee, donne,
        repondu, fusionne, fusionnee, arrive, arrives, arrivee, arrivees, ouvert, ouverte, recharge,
        rechargee, marche, fonctionne, deploye, deployee, obtenu, obtenue, branche, branchee,
        publie, geliefert, freigegeben, repariert, unterschrieben, genehmigt, geschickt,
        eingespielt, bekommen, angekommen, gemergt, geantwortet, entschieden, aktualisiert,
        eingerichtet, hochgeladen, erneuert, korrigiert, nachgeladen, verlangert, bestatigt,
        abgenommen, geklart, erhalten, lauft, durchlauft, funktioniert, zugestimmt
    """,
    "GIVE": """
        arrive, arrives, come, comes, land, lands, deliver, delivers, send, sends, resend, bring,
        brings, hand, hands, give, gives, grant, grants, merge, merges, approve, approves, sign,
        signs, countersign, agree, agrees, fix, fixes, patch, patches, repair, repairs, restore,
        restores, mount, mounts, bump, bumps, upgrade, upgrades, renew, renews, lift, lifts, open,
        opens, reopen, reopens, raise, raises, release, releases, deploy, deploys, ship, ships,
        reload, reloads, refresh, backfill, backfills, replay, replays, rebuild, rebuilds, load,
        populate, populates, publish, publishes, expose, exposes, enable, enables, add, adds,
        create, creates, register, registers, wire, wires, switch, return, answer, answers, reply,
        replies, respond, responds, decide, decides, settle, settles, confirm, confirms, choose,
        chooses, pick, picks, free, frees, correct, corrects, unlock, unlocks, reset, resets,
        provision, provisions, install, installs, extend, extends, clear, clears, whitelist, review,
        reviews, validate, validates, finalize, finalise, upload, uploads, share, shares, provide,
        provides, migrate, migrates, rename, renames, rotate, rotates, reissue, reissues, export,
        restart, reboot, assign, tell, tells, finish, finishes, nod, nods, bless, rerun, allow,
        llegue, lleguen, entregue, entreguen, mande, manden, arregle, arreglen, apruebe, aprueben,
        firme, firmen, publique, responda, conteste, corrija, suba, suban, abra, abran, de, den,
        haga, habilite, chegue, cheguem, entreguem, mandem, aprove, aprovem, assine, assinem,
        libere, liberem, conserte, abrir, subir, entregar, mandar, aprobar, aprovar, firmar,
        assinar, corregir, corrigir, responder, livrer, livrent, valider, signer, corriger, donner,
        donne, repondre, fusionner, ouvrir, recharger, deployer, publier, tranche, trancher, relise,
        liefern, liefert, freigeben, freigibt, reparieren, repariert, unterschreiben, unterschreibt,
        genehmigen, genehmigt, schicken, schickt, einspielen, einspielt, mergen, mergt, antworten,
        antwortet, entscheiden, entscheidet, einrichten, einrichtet, hochladt, erneuert, korrigiert,
        nachladt, bestatigt, prufen, pruft, zustimmt, klaren, klart
    """,
    "GIFT": """
        approval, approvals, merge, review, reviews, relecture, sign-off, signoff, signature,
        answer, answers, reply, response, fix, bump, reload, backfill, replay, refresh, grant,
        grants, export, extract, dump, delivery, shipment, batch, upload, decision, definition,
        verdict, ruling, consent, clearance, permission, permissions, access, rights, role, seat,
        licence, license, licences, licenses, login, account, credentials, creds, password, token,
        key, keys, quota, capacity, slot, slots, budget, po, purchase order, contract, dpa, nda,
        release, deploy, deployment, rollout, promotion, restart, reboot, upgrade, migration,
        renewal, extension, labels, annotations, ground truth, ok, okay, go, go-ahead, yes, nod,
        feedback, confirmation, spec, specs, requirements, guidelines, taxonomy, schema, mapping,
        eta, date, whitelist, whitelisting, port, firewall rule, certificate, cert, secret, table,
        feed, column, columns, event, events, flag, endpoint, mockup, mockups, button, screen,
        freigabe, genehmigung, entscheidung, antwort, lieferung, unterschrift, zugriff, zugang,
        rechte, rolle, schlussel, kontingent, abnahme, zustimmung, zusage, aprobacion, firma,
        respuesta, entrega, permiso, permisos, acceso, decision, etiquetas, cuota, clave, revision,
        aprovacao, assinatura, resposta, permissao, acesso, decisao, rotulos, cota, chave, revisao,
        validation, accord, signature, reponse, livraison, acces, droit, droits, cle, etiquettes,
        feu vert, avis
    """,
    "AWAY": """
        left, reassigned, disbanded, retired, quit, moved to, on leave, vacation, holiday,
        holidays, sick, ill, pto, ooo, out of office, away, offsite, off-site, travelling,
        traveling, conference, maternity, paternity, parental leave, sabbatical, on-call, out
        until, back on, back in, back next, no deputy, no backup, no stand-in, no replacement,
        only one, alone, only she, only he, only they, im urlaub, urlaub, krank, elternzeit, de
        vacaciones, vacaciones, de ferias, ferias, en conges, conges, baja, licenca, arret maladie
    """,
    "STATE": """
        inaccessible, unusable, invalid, lapsed, suspended, cancelled, canceled, switched off,
        turned off, removed, deleted, deprecated, died, dead, ran out, used up, bounced, not
        found, greyed out, grayed out, unsigned, unmounted, unreadable, unmerged, unpaid,
        unlabelled, unlabeled, unreleased, undeployed, unscheduled, reserved, taken, occupied,
        booked, belegt, ocupad*, occupe*, closed, sat, untouched, unopened, unrefreshed, halfway,
        half, frozen, capped, limited, in draft, draft, on paper, nowhere, sits, wrong version,
        doesn't exist, does not exist, no such, doesn't have, does not have, don't have, do not
        have, i lack, not enough, too small, too few, too old, points at, points to, hit the, over
        quota, at its limit, limit, not delivered, not released, not deployed, not live, not signed,
        not mounted, not open, not merged, not decided, not ready, not done, not there, sobrecarg*,
        overloaded, busy, never, no owner, orphaned, gesperrt, injoignable*, indisponible*,
        nicht erreichbar, vide, perdu, bloccat*, ko, hs, fora, indisponivel, inacessivel, no va,
        no carga, nao abre, nao carrega, no abre, no responde
    """,
    "PLEASE": """
        please, pls, plz, por favor, porfa, bitte, s'il te plait, s'il vous plait, svp, stp, can
        someone, could someone, can somebody, could somebody, can anyone, could anyone, anyone,
        somebody, someone, who can, who could, who owns, can i get, can we get, could i get, could
        we get, can you, could you, would you, help, any news, any update, any eta, kann jemand,
        kann mir, konnte jemand, alguien puede, alguem pode, alguem consegue, quelqu'un peut,
        qui peut, where is, where are, when will
    """,
    "AGO": """
        yesterday, ago, earlier, last week, last month, last sprint, last quarter, last year,
        this morning, at noon, overnight, on monday, on tuesday, on wednesday, on thursday, on
        friday, finally, at last, in the end, meanwhile, by now, already, just, schon, bereits,
        endlich, gestern, ya, por fin, ayer, ja, finalmente, ontem, deja, enfin, hier, longer,
        used to, in nine minutes, within an hour, within the hour, the same day, next morning
    """,
    "UNNEEDED": """
        don't need, doesn't need, no need, not needed, not required, isn't required, isn't
        needed, doesn't matter, don't mind, doesn't care, don't care, saves, instead, plenty,
        enough, suffices, without problem, happy, no hurry, no rush, aren't the problem, isn't the
        problem, not the problem, ahead of, spare, any more, anymore, either way, works without,
        do without, fine without, not ours, of theirs, theirs
    """,
    "ROLE": """
        raters, labelers, coders, auditors, auditor, investigators, investigator, developers, dev,
        devs, developer, sponsor, sponsors, notary, authors, author, co-author, coauthor,
        clinicians, clinician, physicians, surgeons, pathologist, pathologists, pharmacist,
        pharmacists, agronomists, agronomist, biologists, chemists, geologists, linguists, linguist,
        translators, translator, transcribers, interviewers, moderators, moderator, planners,
        planner, buyers, buyer, traders, trader, underwriters, underwriter, actuaries, actuary,
        accountants, accountant, controllers, controller, treasurer, treasury, curator, curators,
        librarian, archivist, teachers, students, testers, tester, operators, operator, technicians,
        technician, electricians, engineers, engineer, scientists, analysts, analyst, economists,
        economist, editors, editor, publisher, publishers, broker, brokers, carrier, carriers,
        couriers, courier, lab, labs, hospital, hospitals, clinic, university, ministry, regulator,
        regulators, bureau, authority, council, board, committee, chair, dean, director, directors,
        vp, head of, lead, leads, chief, president, secretary, assistant, reception, concierge,
        janitor, contractor, contractors, consultants, consultant, freelancer, freelancers, intern,
        interns, oncall, on-call, on-caller, duty, desk, guild, chapter, squad, tribe, pod, office,
        customer care, call centre, call center, service, risk, audit, treasurer's, payroll,
        billing, payments, checkout, logistics, warehouse, fulfilment, operations, merchandising,
        category, pricing, growth, crm, erp, sap team, matchmaking, gameplay, studio, studios,
        networking, network, database, storage, observability, devtools, devex, middleware, cloud,
        integration, onboarding, localization, localisation, bank, banks, insurer, reinsurer,
        retailer, manufacturer, utility, grid operator, pilot, farmers, growers, drivers, dispatch,
        dispatchers, volunteers, panel, respondents, jury, judge, judges, judging, mods, superuser,
        root, datascience, juristen, jurist, justiziar, datenschutzbeauftragte, chef, chefin,
        leitung, leiter, leiterin, teamleiter, kollege, kollegin, kunde, lieferanten, behorde, amt,
        stadtwerke, labor, klinik, verlag, netz, einkaufer, jefe, jefa, gerente, gerencia, cliente,
        laboratorio, banco, ministerio, negocio, sistemas, finanzas, calidad, operaciones,
        logistica, chefe, gestor, gestora, diretoria, diretor, diretora, negocios, qualidade,
        operacoes, financeiro, patron, responsable, client, banque, ministere, labo,
        laboratoire, hopital,
        prefecture, metier, juristes, comptabilite, qualite, exploitation, admins, administrador,
        administrator, administratoren
    """,
}
