"""Words that mean the same to data teams in five languages, for telling whether waits are one.

Forms are in small letters without accents; the first word of a line names what it stands for.
"""

import re


def meanings(listed: str) -> dict[str, tuple[str, ...]]:
    """What each entry names, to the forms it goes by; an entry may take several lines."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in re.split(r"\n {4}(?! )", listed.strip("\n ")):
        meaning, _, forms = " ".join(entry.split()).partition(": ")
        found[meaning] = tuple(form.strip() for form in forms.split(","))
    return found


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# They say that there is a wait, not what it is for.
SMALL = _words(
    """
    a able about above across afaik after again ago aguardando aguardo ai ainda al all almost
    alone already als also although always am amanha an ancora and another any anybody anyone
    anything anyway ao aos are around as asap ask asked asking aspettando aspetto at ate attempt
    attend attendons attendre attends attente attesa au auch auf aujourd aun aus aux avec avoir
    avons await awaiting awaits away ayer back be because been before begin begins begun behind
    bei being below bescheid besoin between beyond bis blocked blocker blocking bloqueada
    bloqueado bloqueados both btw but by c call calls came can cannot cant cc ce ces cet cette
    che chez chi com come comes coming comme como complete completed completing con continue
    continued continues could couldnt cual cuando currently d da dai dal dans darf das dass day
    days de degli deja del della delle dello dem demain den depend depends depuis der des desde
    dia dias did didnt die do doch does doesnt doing donde done dont dort dos du due e each eg
    ein eine einem einen einer eines either el elle elles else em en encore er era erst es
    espera esperamos esperando esperar espero est esta estao estar estas este esto estos et eta
    etait etc ete etre even ever every everybody everyone everything falta faltan faut fehlen
    fehlt few finish finished finishes first foi for forward friday from fue fuer fully fur
    further fyi gave gestern get gets getting give given gives giving gli go goes going gone
    gonna got gotten ha habe haben hace had han hang hanging hangs hangt happen
    happened happens has hasnt hasta hat have havent having hay he hello hemos hence her here
    heute hey hi hier him his hoje hold holding holds hour hours how however hoy hui hung i ich
    id ie if il ill ils im immer in instead into is isnt isso ist isto it its ive j ja je jour
    jours jusqu jusque just kann keep keeps kein keine keinen keiner know knows konnen l la las
    last later lay le least leave les let lets leur leurs lie liegt lies like lo long longer
    look looking looks los ma made main mais make makes making manana manque manquent many mas
    may me meanwhile mes meu mi mich might mine minha mir mis mit mon monday month months more
    morgen morning most move moved moves moving much mus muss mussen must my myself n na nach
    nao nas ne near necesita necesitamos necesito need needed needing needs nel nella never new
    next ni nicht no nobody nobodys noch non none nor nos nossa nosso not nothing notre nous now
    nowhere nuestra nuestro nur o oder of off ohne ok okay old on once onde one only ont ontem
    onto or os other otherwise ou our ours out outstanding over par para parada parado
    parked part pas pela pelo pendiente pending per pero peut peux please pls plus pode podemos
    por porque possible posso pour pouvons precisa precisamos preciso previsao proceed progress
    puede puedo pull pulled put qu quand quando que queda quem qui quien quite quoi ran rather
    re ready really rien right run running runs s sa said same sans saturday say says schon se
    see seem seems segun seit sem semaine semana semanas ser serve servono ses seu seus
    shall she should si sie siendo sigue siguen sin since sind sit sits sitting so sobre soll
    some somebody someone something son sono sont soon sous stand stands start started status
    sth still stuck su sua suas such sunday sur sure sus t tag tage take taken takes tbd te tem
    temos tengo tenho ter than that thats the their them then there therefore theres these they
    theyre thing things this those though three through thursday thus tiene tienen till to
    todavia today together told tomorrow too took toujours tous tout toward try trying tu
    tuesday two u uber um uma umas un una unas und under une unless unos uns unter until up upon
    us use used using vendo very via vom von vor votre vous vs w wait waited waiting waits want
    wants war warte warten wartet was wasnt way we wednesday week weeks wegen weil weis weiss
    well wenn went werden were weve what whatever when where whether which while who whoever
    whole whom whos whose why wieder will wip wir wird with within without woche wochen wont
    work working works would wouldnt wurde x y ya yes yesterday yet you your yours zu zum zur
    """
)

# Who can end it.
PARTIES = meanings(
    """
    data_engineering: data engineering, data engineer, data eng, de, data team, data platform,
        warehouse crew, warehouse team, warehouse people, dwh team, ingenieria de datos,
        engenharia de dados, ingenierie des donnees, ingenierie donnees, equipo de datos, equipe
        de dados, equipe data, team dati, datenteam, data engineers, pipeline team, etl team,
        ingestion team
    ml_engineering: ml engineering, ml eng, ml engineer, mle, mlops, ml ops, ml platform,
        machine learning engineering, machine learning engineer, ml team, serving team,
        experimentation platform
    platform: platform, platform team, plataforma, infra, infrastructure, infraestructura,
        infraestrutura, infrastruktur, sre, site reliability, devops, dev ops, ops, cluster
        admin, admin, sysadmin, plattform, plattformteam, networking, network team, storage
        team, hosting, cloud team, betrieb
    it: it, it desk, it support, help desk, helpdesk, it department, informatik
    backend: backend, back end, be, backend team, server team, server side
    frontend: frontend, front end, fe, web team, web dev, ui team, dashboards team
    mobile: mobile, mobile dev, mobile team, app team, android team, ios team, ios dev, android
        dev
    product: product, product manager, product owner, pm, po, producto, produto, produit,
        produkt, head of product, product team
    legal: legal, lawyer, counsel, juridico, juridique, rechtsabteilung, service juridique,
        solicitor, attorney, departamento juridico
    privacy: privacy, dpo, data protection officer, datenschutz, privacidad, privacidade, rgpd,
        gdpr, dsgvo, data protection, datenschutzbeauftragte, proteccion de datos, protecao de
        dados, protection des donnees, privacy office
    security: security, sec, infosec, seguridad, seguranca, securite, sicherheit, information
        security, appsec, secops, ciso
    compliance: compliance, cumplimiento, conformite, regulatory
    risk: risk, riesgo, risco, risque, risiko, risk committee, model risk, mrm, model risk
        management
    finance: finance, finanzas, financeiro, financas, finanzen, cfo, accounting, accountants,
        controlling, controller, comptabilite, contabilidad, buchhaltung
    procurement: procurement, purchasing, einkauf, compras, achats, buyer, sourcing
    hr: hr, human resource, rrhh, recursos humanos, rh, personalabteilung, recruiting, recruiter
    raters: rater, annotator, labeler, labeller, labeling team, labelling team, annotation team,
        labeling agency, annotation agency, labeling vendor, anotador, etiquetador, annotateur,
        annotatoren
    marketing: marketing, mktg, brand, growth
    sales_team: sales team, account executive, sales ops
    support: support, customer support, soporte, suporte, kundendienst
    vendor: vendor, supplier, provider, contractor, proveedor, fornecedor, fournisseur,
        lieferant, agency, agencia, agence, agentur, external partner
    design: design, designer, ux, ux team, design team
    leadership: exco, exec committee, executive committee, leadership, steering committee,
        steerco, management, vp, cto, ceo, coo, cio, cpo, direccion, direction,
        geschaftsfuhrung, director, head
    ethics: ethic board, ethic committee, irb, ethic, ethikkommission, comite de etica, comite d
        ethique, institutional review board
    customer_success: customer success, csm, cs
    trust_safety: trust and safety, trust safety, t s, tns
    qa_team: qa team, tester
    analytics_team: analytics, product analytics, bi team, business intelligence team
    dba: dba, database admin, database administrator
    data_science: data science, data scientist, ds team, ds folk
    facilities: facility, facilities, office management
    works_council: works council, betriebsrat, comite d entreprise
    change_board: change board, change advisory board, cab
    """
)

# What would end it. The word after the dot is finer than the one before.
NEEDS = meanings(
    """
    access.rights: access, permission, permiso, permissao, droit, recht, rechte, zugriff,
        zugang, acceso, acesso, acces, berechtigung, right, role, grant, granted, privilege,
        entitlement, autorizacion, autorizacao, read right, write right, read access, write
        access, unauthorized, unauthorised, forbidden, denied, select, locked out, login, log
        in, log into, sign in, einloggen, get into, add me, lets me in, let me in, let us in,
        401, 403, credential, cred, credencial, identifiant, zugangsdaten, password, contrasena,
        senha, passwort, mot de passe, can open, open the, can read, kicked out, lost write,
        permessi, accesso
    access.account: account, konto, compte, cuenta, conta, user, usuario, utilisateur, benutzer,
        profile, invite, invitation, onboard
    access.secret: token, secret, api key, key, clave, chave, cle, schlussel, service account
        key, ssh key
    buy.licence: licence, license, licencia, licenca, lizenz, seat, subscription
    buy.contract: contract, contrato, contrat, vertrag, agreement, msa, nda, sow, statement of
        work, dpa, data processing agreement, countersign, countersigned, unsigned, sign,
        signed, signature, firma, firmar, assinar, unterschrieben, signe, terms
    buy.budget: budget, presupuesto, orcamento, budgetfreigabe, spend, gasto, cost, money, fund,
        funding, invoice payment, pay
    buy.order: order the, purchase, purchase order, bestellung, quote, raise the po, renewal,
        renew, renewed
    judge.approval: validate, validating, validated, validation, approve, approval, approved,
        aprobar, aprobado, aprobacion, aprovar, aprovacao, aprovado, approuver, approbation,
        approuve, valider, validee, valide, validacion, validacao, genehmigung, genehmigen,
        genehmigt, freigabe, freigeben, freigegeben, zustimmung, zugestimmt, sign off, signoff,
        signed off, ok from, green light, greenlight, go ahead, visto bueno, feu vert, blessing,
        bless, clear, cleared, clearance, consent from, allow, allowed, permit, accord, yes
        from, sanction, autoriser, approver, endorse, thumb up, lgtm, okayed, is ok, ok, okay,
        oked
    judge.review: relue, relise, relit, review, reviewer, reviewed, reviewing, revision,
        revisar, revisao, relecture, relire, relecteur, prufung, prufen, durchsicht, second pair
        of eye, look over, check my, feedback, comment, commented, assessment, assess, audit,
        examine, read my
    judge.decision: decide, decision, deciding, decided, decidir, decisao, entscheidung,
        entscheiden, entscheidet, entschieden, decider, undecided, choose, choice, chosen, pick,
        picks, picked, verdict, ruling, rule on, settle, settled, agree, agreed, call on,
        prioritise, prioritize, priority, rank, ranked, elegir, escolher, choisir, arbitrate,
        make up
    judge.definition: define, definition, definicion, definicao, definieren, counts as, mean,
        means, meaning, convention, interpretation, which one, specification, spec, requirement
    judge.answer: answer, reply, replied, respond, response, responded, respuesta, resposta,
        reponse, antwort, antworten, answered, clarify, clarification, clarified, confirm,
        confirmation, confirmed, confirms, confirmar, bestatigen, bestatigung, bestatigt,
        confirmer, silent, quiet, silence, no word, question, heard back, hear back, get back,
        unanswered
    broken.down: down, stop, stops, stopped, halted, halt, paused, pause, standstill, parado
        desde, arrete, steht still, angehalten, detenido, connect, connection, reject, rejects,
        rejected, vanish, vanished, disappear, disappeared, cant connect, not loading, doesnt
        load, unresponsive, stuck in, no responde, outage, broken, broke, dead, died, dies,
        offline, unreachable, unavailable, crash, crashed, crashing, crashes, fail, fails,
        failing, failed, failure, error, errored, timeout, time out, timing out, timed out,
        caido, caida, fora do ar, ausgefallen, kaputt, abgesturzt, defekt, panne, en panne,
        falla, fallando, falhando, falhou, plante, refuse connection, refuse, refuses, 500, 502,
        503, 504, red, not reachable, connection refused, come up, hang, throws, blank, isnt up,
        not up, gone down, does not respond, not responding, stopped working, tombe, roto, rota,
        quebrado, quebrada, nicht erreichbar, lost, unusable, cant reach
    broken.bug: bug, defect, wrong, incorrect, corrupt, corrupted, null, duplicate, duplicated,
        garbage, mismatch, inconsistent, fix, repair, repaired, patch, hotfix, corregir,
        arreglar, corrigir, corriger, reparieren, beheben, fehler, error in, doubled, double
        count, dont match, tie out, dont add up, messed up, mangled
    broken.late: stale, late, outdated, refresh, refreshed, rerun, rerunning, reload, reloaded,
        reprocess, behind, lag, lags, delayed, delay, not updated, update, updated, stopped
        loading, veraltet, actualizar, actualizada, actualiza, atualizar, atualizada,
        atualizado, mise a jour, aktualisiert, aktualisieren, overdue, not loaded, frozen,
        empty, vacio, vacia, vazia, vazio, vide, leer, no data, no row, missing row, no rows,
        recharger, nachladen, unmoved, stopped at, end at, stop at, half empty
    broken.restore: restore, restored, restoring, recover, roll back, rollback, undo, revert
    capacity.queue: plein, lleno, llena, cheio, voll, queue, queued, cola, fila, file d attente,
        warteschlange, backlog, full, busy, occupied, capacity, capacidad, capacidade, capacite,
        kapazitat, scheduled, get scheduled, scheduler backlog, free slot, slot, placement,
        insufficient, taken, no machine, no node, reserved, reservation, allocation, handed to
    capacity.quota: quota, qouta, limit, quote-part, cuota, cota, rate limit, rate limited,
        kontingent, raise the limit, allowance, cap, out of quota, maxed out, exhausted, used
        up, throttle, throttled
    capacity.slow: slow, slowly, lento, lenta, lent, langsam, performance, bigger, more memory,
        oom, out of memory, disk full, out of disk, no space, disk space, more ram, more cpu,
        too small, too few
    deliver.data: lack, lacks, absent, send, sent, deliver, delivered, delivery, delivers, hand
        over, handover, hand off, handoff, owe, owes, owed, share, shared, provide, provided,
        supply, supplies, enviar, entregar, entrega, envoyer, livrer, livraison, senden,
        schicken, liefern, lieferung, geliefert, schuldet, arrive, arrived, arrival, arrives,
        upload, uploaded, export, exported, dump, hasnt landed, missing, return, returned,
        publish, published, handed, extract, mandar, fehlende, receive, received, hand me, give
        me, not back
    release.deploy: deploy, deploys, deployed, deployment, deploying, release, released,
        releasing, ship, shipped, ships, rollout, roll out, rolled out, go live, live, canary,
        promote, promoted, production rollout, desplegar, despliegue, deployer, deploiement,
        ausrollen, deploy freeze, freeze, code freeze, release train, veroffentlichen, lanzar,
        launch, publicar, go out, cutover, app store review, store review, switch over, switched
        over
    release.merge: merge, merged, merging, unmerged, land, lands, landed, mergear, gemerged,
        mergen, fusionner
    setup.create: create, created, creation, set up, setup, install, installed, installation,
        configure, configured, provision, provisioned, provisioning, enable, enabled, register,
        registered, mount, mounted, add, added, adding, whitelist, allowlist, open port, open
        the port, onboarding, crear, criar, creer, anlegen, einrichten, instalar, installer,
        installieren, activate, activated, turn on, switch on, expose, exposed, implement,
        instrument, wire, wired, make, enroll, book, reserve, assign, anadir, adicionar,
        ajouter, hinzufugen
    setup.upgrade: upgrade, upgraded, upgrades, migration, migrate, migrated, migrating,
        migracion, migracao, umzug, umstellung, mise a niveau, move to, moved to, port to, new
        version, bump, rewrite, refactor, schema change, change, changes, alter, rename,
        renamed, cambiar, mudar, mudanca, cambio, modification, modifier, anderung, andern
    setup.backfill: backfill, backfilled, backfilling, historisation, history load, reload
        history, nachtragen
    run.expired: expire, expired, expiry, ran out, run out, abgelaufen, caducado, vencido,
        expirado, lapsed, revoked, deactivated, rotated, rotate, rotation, suspended, rollover
    """
)

# Two of a kind with different names are two things; one of them and the kind may be one.
BRANDS = _words(
    """
    a100 a10g airflow aks artifactory austrian clinic dagster dim docker eks fact feast gcs
    german gke grafana h100 h200 hospital hubspot jenkins jira jupyterhub l40s labelbox looker
    metabase mlflow mysql nexus okta orders p4d p5 postgres postgresql powerbi prefect pypi
    redshift s3 salesforce snowflake superset tableau tecton tpu v100 zendesk
    """
)

# After a number these make it a measure, or a date.
UNITS = _words(
    """
    am pm jan feb mar apr may jun jul aug sep oct nov dec march april june july september october
    november december day days h hour hours hrs week weeks month months min minutes tb gb mb k th
    st nd rd percent dias semanas horas jours heures semaines tage wochen stunden folks people
    persons users
    """
)
# Before a number these make it a name.
COUNTED = _words(
    "pr mr request ticket case issue incident pull rfc pedido anfrage solicitud demande"
)
# What only somebody does.
ACTS = _words("to must has hasnt needs owes will should and is isnt or still promised")
