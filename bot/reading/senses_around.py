"""What the words around a wait mean, in five languages: parties, things, times, talk and jokes."""

AROUND: dict[str, str] = {
    "JOB": """
        training, trains, run, runs, running, job, jobs, query, queries, sweep, sweeps, epoch,
        epochs, build, builds, tests, compile, compiles, cron, eta, %, download, downloads,
        downloading, upload, uploading, grid search, fit, fitting, lauft, lauf, laufen, laufe,
        durch, entren*, trein*, entrain*, tourne, corriendo, corre, corrida, rodando, roda,
        descarg*, baixando, minutes, min, mins, hours, hour, minuten, stunden, horas, minutos,
        heures, overnight, tonight, batch, batches, finish, finishes, progress, scan, copy,
        copying, indexing, index, checkpoint, simulation, simulations, mcmc, chains,
        cross-validation, cv, rerun, render, kernel, notebook, unit tests, ci, pipeline
    """,
    "HUMOR": """
        coffee, kettle, lunch, cat, cat's, dog, weekend, motivation, muse, sun, sunshine, spotify,
        pizza, mug, brain, kaffee, wochenende, cafe, cafetera, kaffeemaschine, gato, perro, gata,
        week-end, lol, haha, hahaha, lmao, rofl, jaja, jajaja, rsrs, kkk, kkkk, mdr, ptdr, 😂,
        🤣, 🙈,
        😹, 😄, 😅, 😆, 😜, 🤪, 🍕, ☕, :joy:, :laughing:, /s, gravity, universe, toaster, printer,
        weather, rain, chair, sofa, monday, croissant, baguette, sandwich, donut, donuts, cookie,
        cookies, biscuit, tea, beer, bier, cerveza, cerveja, biere, nap, sleep, alarm, gods, god,
        entropy, physics, santa, christmas, horoscope, aliens, playlist, wifi gods, barista, snack,
        snacks, fridge, my wife, my kid, my kids, my toddler, toddler, baby, mom, mum, existential,
        sanity, will to live, procrastination, plant, plants, coffee machine, vending, elevator,
        traffic, train, bus, parking, gym, siesta, feierabend, microwave, dishwasher, keyboard,
        sock, socks
    """,
    "META": """
        retro, survey, poll, reminder, article, blog, post, talk, lesson, handbook, template,
        daily, post-mortem, postmortem, slides, average, stats, topic, policy, culture, workshop,
        in general, generally, general, people, teams, everyone, channel, remember, tip, psa, fyi,
        docs, book, podcast, quarter, metric, metrics, median, report blockers, what counts,
        definition of, encuesta, recordatorio, retrospectiva, umfrage, erinnerung, thema, sondage,
        rappel, sujet, enquete, lembrete, pesquisa, theory, learned, lernen, question, discussion,
        etiquette, rule, process, format, standup, standups, statt, blocked tag, label blocked
    """,
    "SAID": """
        says, said, say, reported, reports, told, according, mentioned, claims, claimed, quote,
        quoting, wrote, meinten, meinte, sagt, sagten, sagte, laut, berichtet*, dice, dicen, dijo,
        dijeron, comento, segun, disse, disseram, falou, segundo, comentou, dit, disent, dixit,
        selon, a dit, ont dit, complained, moaned, their standup, heard from, read, guess, sounds,
        forwarding, passing, relaying, overheard, &gt;, bot, message, email, mail, post, thread,
        notes
    """,
    "ELSE": """
        their standup, other team, another team, over at, doesn't touch us, doesn't affect us, not
        us, not ours, not our, doesn't concern, affects them, on their plate, betrifft uns nicht,
        no nos toca, nos toca, nao nos afeta, ne nous concerne, uns betrifft, not my problem,
        ignore, not me, not mine, passing it on, fyi only, theirs, colleagues, kollegen,
        companeros, colegas, collegues
    """,
    "SENSE": """
        block storage, block of, blocks of, blocked off, time block, residual block, blocklist,
        blocked design, block design, block bootstrap, blocked cross, blocking key, blocking keys,
        blocking rules, blocking strategy, code block, code blocks, waitlist, waiting list, waiting
        lists, wait time, wait times, wait-time, waiting time, waiting times, waiting room,
        hold-out, holdout, pending orders, pending status, access logs, access log, access
        patterns, queue length, stalled carts, ad blocker, ad blockers, adblock*, blockchain,
        blocked users, blocked cards, roadblock*, building block, building blocks, block size,
        transformer block, transformer blocks, attention block, blocked calendar, blocked time,
        stuck sensor, stuck sensors, stuck valve, stuck at zero, dependency graph, dependencies
        plot, partial dependence, hold time, holding period, stuck-at, queueing, queuing, dead
        letter, message queue, blockquote, pending intent, wartezeit, wartezeiten, warteliste,
        tiempo de espera, tiempos de espera, lista de espera, tempo de espera, fila de espera,
        temps d'attente, liste d'attente, salle d'attente, blockheizkraftwerk, bloco, blocos,
        bloques de, bloc, blocs, street block, city block, permission model, access control, key
        block, blocked accounts
    """,
    "NONE": """
        none, no blockers, no blocker, nothing, nobody, nope, nah, n/a, na, nada, niente, nichts,
        niemand, keine, keiner, rien, ninguno, ninguna, nenhum, nenhuma, ningun bloqueo, sin
        bloqueos, sem bloqueios, sem impedimentos, aucun, aucun blocage, pas de blocage, ras,
        r.a.s, keine blocker, nix, all clear, all green, clear, all good, free, unblocked, no one,
        not waiting, zero, nil, nein, non, smooth, smooth sailing, todo bien, tudo certo, alles
        gut, tout va bien
    """,
    "SINCE": """
        since, seit, desde, depuis, for a week, for weeks, for days, last week, day, days, week,
        weeks, tage, tagen, wochen, woche, dias, semanas, semana, jours, semaines, semaine, third
        day, 2nd day, hace, ha, months, month, friday, monday, tuesday, wednesday, thursday, mon,
        tue, tues, wed, thu, thurs, fri, yesterday, this morning, heute, gestern, montag, dienstag,
        mittwoch, donnerstag, freitag, lunes, martes, miercoles, jueves, viernes, lundi, mardi,
        mercredi, jeudi, vendredi, segunda, terca, quarta, quinta, sexta, ayer, ontem, hier, hoy,
        hoje, aujourd'hui, today, now
    """,
    "ACT": """
        approve, approves, approval, approvals, merge, merges, merging, review, reviews, reviewed,
        reviewer, sign, signs, sign-off, signoff, signature, ok, okay, release, releases, deploy,
        deploys, grant, grants, fix, fixes, deliver, delivers, delivery, send, sends, resend,
        decide, decides, decision, confirm, publish, publishes, ship, ships, mount, mounts, enable,
        enables, opens, provide, provides, backfill, reload, rotate, rotates, restore, upgrade,
        migrate, migration, change, changes, rename, add, adds, create, creates, provision, assign,
        pick, choose, tell, explain, explains, rerun, reruns, replay, wire, wiring, expose, roll
        out, rolls out, rollout, lift, lifts, renew, renewal, unlock, reset, reply, genehmig*,
        freigabe, freigeben, freigibt, gibt, mergt, pruft, prufung, entscheid*, liefert, lieferung,
        schickt, unterschr*, zustimm*, einrichtet, ausrollt, aprueb*, aprobac*, aprobar, decid*,
        envie, envien, mande, fusione, revis*, firma, firme, publique, autor*, aprov*, decisao,
        enviar, manda, mandar, libere, liberar, libera, valide, validation, valider, decis*, livre,
        livrer, livraison, fusionne, accord, signe, feu vert, visto bueno, luz verde, go-ahead,
        green light, green-light, permiso, permisos, permissao, acces, acceso, acesso, zugang,
        zugriff, access, credentials, creds, quota, license, licence
    """,
    "DONEMINE": """
        finished, shipped, wrote, built, cleaned, presented, reviewed, merged, published, today,
        next, plan, planning, tomorrow, will, i'll, going to, starting, started, continue,
        continuing, fertig, gebaut, geschrieben, heute, morgen, hoy, manana, termine, hoje, amanha,
        terminei, fini, aujourd'hui, demain, je fais, done, updated, added, moved, refactored,
        tested, fixed, released, deployed, handed, documented, prepared, drafting, writing,
        reading, rewrote, trained, tuned, compared, plotted, ran, sent, demoed, evaluated,
        profiled, migrated, explored
    """,
    "THING": """
        etl, elt, ci, cd, api, apis, gpu, gpus, a100, h100, v100, dns, vpn, sso, pr, prs, mr, mrs,
        airflow, dbt, kafka, jenkins, okta, argo, k8s, kubernetes, dag, dags, cdc, s3, sftp, jira,
        slurm, mlflow, spark, hive, redshift, bigquery, dwh, ltv, kpi, kpis, eda, auc, csv, sql,
        http, ssl, tls, onnx, docker, terraform, nexus, artifactory, harbor, pypi, vm, vms, pdf,
        ok, eta, eod, q1, q2, q3, q4, eu, us, emea, latam, dpia, nda, rgpd, gdpr, dsgvo, crm, erp,
        cms, ui, mfa, ssh, staging, prod, dev, table, tables, schema, pipeline, job, backfill,
        migration, release, ticket, review, access, quota, labels, dataset, model, endpoint,
        dashboard, node, queue, datos, dados, daten, donnees, tabla, tabela, tabelle, zugriff,
        zugang, acceso, acesso, acces, freigabe, clickstream, data, warehouse, cluster, budget,
        contract, decision, server
    """,
    "TEAM": """
        team, teams, squad, crew, folks, guild, guys, dept, department, equipo, equipe, time de,
        gente, abteilung, truppe, leute, tribe, desk, committee, board, office
    """,
    "PARTY": """
        de, data eng, data engineering, data platform, dwh, bi, ml eng, ml platform, mlops, mle,
        platform, infra, ops, devops, sre, sres, legal, security, infosec, secops, dpo, privacy,
        compliance, product, pm, pms, po, design, designer, ux, web, frontend, front end,
        front-end, backend, back end, back-end, mobile, ios, android, it, helpdesk, service desk,
        servicedesk, finance, finops, hr, people ops, vendor, vendors, supplier, suppliers,
        provider, support, admin, admins, cfo, cto, ceo, ciso, cpo, cdo, boss, manager,
        stakeholder, stakeholders, raters, rater, annotators, annotator, labelers, labellers,
        labeling, marketing, sales, growth, procurement, facilities, iam, dba, dbas, data steward,
        steward, owner, owners, maintainer, maintainers, agency, partner, client, customer,
        leadership, steering, ethics board, works council, betriebsrat, datenschutz,
        rechtsabteilung, einkauf, juridico, juridique, achats, rh, compras, produto, producto,
        produit, seguridad, seguranca, securite, sicherheit, plattform, plataforma, plateforme,
        fachbereich, dienstleister, lieferant, proveedor, fornecedor, fournisseur, prestataire,
        ingenieria de datos, engenharia de dados, ingenierie, data engineers, domain experts,
        experts, doctors, radiologists, nurses, analytics, controlling, pmo, qa, architect,
        architects, committee, reviewer, reviewers, lawyer, lawyers, counsel
    """,
}
