"""What words mean for a wait, in five languages: the classes that the reader sees beside words.

One entry a word or phrase, small, without accents. A star at its end takes all that begin so.
"""

SENSES: dict[str, str] = {
    "WAIT": """
        wait, waiting, waits, waitin, await*, awaits, warte, warten, wartet, wartend, espero,
        esperando, esperamos, espera, esperar, aguard*, attends, attend, attendons, attente,
        attendre, attendant, en attente, on hold for, hinge*, hang on, hanging on, holding for,
        holding out for, held until, in limbo, sitting until, a la espera, no aguardo, em espera,
        en espera, abwart*, auf eis, looking for, counting on, relying on, standing by for, hoping
        to hear
    """,
    "WAITED": """
        waited, wartete, gewartet, esperaba, esperabamos, esperei, esperava, attendais, attendait,
        was waiting, were waiting, had been waiting, was blocked, were blocked, was stuck, were
        stuck, was held, had been blocked, used to, estaba, estabamos, estava, estavamos, etais,
        etait, war blockiert, waren blockiert, hing, estuve, estuvimos, avait, avais
    """,
    "BLOCK": """
        blocked, block, blocks, stuck, held up, on hold, stalled, stalls, paused, parked, blocking,
        blockt, blocke, halted, frozen, freeze, at a standstill, standstill, idle, idling, held
        back, holding me, holding us, hold up, holds up, stops me, stopping me, keeps me from,
        prevents, preventing, grounded, gated, hostage, in the way, dead in the water, bottleneck*,
        blockiert, blockieren, haenge, hange, haengt, hangt, hangen, festgefahren, steht still,
        steht, stehe, stehen, stockt, liegt auf eis, lahmgelegt, ausgebremst, komme nicht weiter,
        kommen nicht weiter, bloqueado, bloqueada, bloqueados, bloqueadas, bloquea, bloquean,
        atascad*, trabad*, estancad*, parado, parada, parados, paradas, travado, travada, travados,
        trava, travando, trancad*, empacad*, bloque, bloquee, bloques, bloquees, coince, coincee,
        en pause, a l'arret, en stand-by, en standby, suspendu*, gele, gelee, frena, frenado
    """,
    "BLOCKER": """
        blocker, blockers, bloqueo, bloqueos, bloqueio, bloqueios, impedimento, impedimentos,
        blocage, blocages, hindernis, hindernisse, impediment, impediments, obstacle*, blockages,
        showstopper*, bloqueante*, bloqueador*, point bloquant, points bloquants, bloquant*
    """,
    "NEED": """
        need, needs, needing, brauche, brauchen, braucht, brauch, benotig*, necesit*, hace falta,
        hacen falta, preciso, precisa, precisamos, precisam, precisando, besoin, il faut, il me
        faut, il nous faut, faut, required, require, requires, requiring, must, has to, have to,
        hast to, muss, mussen, tiene que, tienen que, tem que, tem de, doit, doivent, debe, deben,
        deve, devem, gotta, necess*, erforderlich, faltaria, missing only, requiere, exige, on the
        hook
    """,
    "UNTIL": """
        until, till, til, 'til, before, unless, bis, bevor, ehe, hasta, ate, jusqu'a, jusqu'au,
        jusque, avant, tant que, tant qu'il, a menos que, solange, erst wenn, erst nach, mientras
        no, enquanto, sin que, sem que, only after, only once, once, as soon as, not before, antes,
        en cuanto, so lange, assim que, des que, sobald, b4, without, pending
    """,
    "CANT": """
        can't, cannot, cant, couldn't, couldnt, unable, can not, not able, kann nicht, konnen
        nicht, kann, kann ich nicht, kann ich, geht nicht, geht nichts, no puedo, no podemos, no se
        puede, no puede, nao consigo, nao consegue, nao conseguimos, nao posso, nao da, nao
        podemos, peux pas, peut pas, pouvons pas, peux, ne peux, impossible, imposible, impossivel,
        unmoglich, no way, nothing i can, nothing to do, not possible, no chance, wont let, won't
        let, doesn't let, nothing moves, nothing goes, nicht moglich, won't start, can only, lasst
        sich nicht
    """,
    "MISSING": """
        missing, lack, lacks, lacking, lack of, short of, out of, fehlt, fehlen, fehlende,
        fehlenden, ohne, sin, falta, faltan, faltam, faltando, sem, manque, manquent, manquant*,
        sans, absent, empty, gone, nowhere, vacia, vacio, vazia, vazio, leer, vide, none of, not
        there, not here, isn't there, aren't there, isn't in, not in, hasn't landed, incomplete,
        blank, only
    """,
    "NOT": """
        not, no, isn't, isnt, aren't, arent, don't, dont, doesn't, doesnt, didn't, didnt, hasn't,
        hasnt, haven't, havent, wasn't, wasnt, weren't, won't, wont, never, hadn't, wouldn't,
        nicht, nich, kein, keine, keinen, keiner, keinem, nix, nichts, nie, nao, n, nunca, tampoco,
        jamas, ne, n'a, n'ont, n'est, n'ai, pas, jamais, aucun, aucune, rien, nada, ni, nothing,
        neither, nor, ain't, aint, nope, nah, without any
    """,
    "HASNT": """
        hasn't, hasnt, haven't, havent, has not, have not, hadn't, didn't, didnt, did not, hat
        nicht, haben nicht, hat noch nicht, haben noch nicht, noch nicht, hat noch keine, not yet,
        no ha, no han, no me ha, no nos ha, aun no, todavia no, nao me, ainda nao, nao respondeu,
        n'a pas, n'ont pas, toujours pas, pas encore, isn't ready, aren't ready, isn't done, yet
        to, is yet, are yet, still has to, still have to, has yet, have yet, still needs, still
        need, hat sich nicht, nobody has, no one has, no longer works, never came, never arrived,
        never got, never answered
    """,
    "NOBODY": """
        nobody, noone, no one, nobody's, no-one, nobody'll, niemand, keiner, nadie, ninguem,
        ningun*, personne, no owner, no assignee, unassigned, keine antwort, sin respuesta, sem
        resposta, sans reponse, no answer, no reply, no response, no word, no eta, crickets, radio
        silence, silence, dead silence, ghosted, ignored, voicemail, auto-reply, auto-replies,
        autoreply, nothing yet, nothing so far, nothing back, no news, no feedback, unanswered,
        tumbleweed*, funkstille, silencio, keine reaktion, no date, no movement, no progress,
        untouched, unread, out of office, ooo, on leave, on vacation, on holiday, im urlaub, de
        vacaciones, en conges, de ferias, no backup, no stand-in, offsite, off sick, parental leave
    """,
    "STILL": """
        still, yet, noch, immer noch, noch immer, weiterhin, nach wie vor, todavia, aun, sigue,
        siguen, sigo, seguimos, ainda, continua, continuam, continuo, toujours, encore, again,
        wieder, de nuevo, otra vez, de novo, outra vez, a nouveau, keeps, keep, so far, remains,
        remain, as of now, even now, to this day
    """,
    "PENDING": """
        pending, outstanding, overdue, ausstehend, ausstehende, steht aus, stehen aus, offen,
        pendiente, pendientes, pendente, pendentes, en suspens, late, delayed, slipped, slips,
        postponed, pushed, behind, in review, under review, backlog, in the queue, queued, in
        queue, cola, fila, file d'attente, warteschlange, queue, verspatet, verspatung, verschoben,
        retras*, atrasad*, atraso, en retard, retard, repousse, reporte, promised, versprochen,
        prometid*, promis, promise, expected, was due, due, sits, sitting, lies, lying, liegt,
        liegen, parked with, rescheduled, unscheduled, isn't scheduled, not scheduled, unclear,
        undecided, unresolved, in progress with, not picked up, deprioritized, on their list, in
        their backlog, next sprint
    """,
    "DEPENDS": """
        depend, depends, depending, dependent, hinges, rests with, hangt, haengt, abhang*, depende,
        dependo, dependemos, dependen, dependem, dependiendo, dependons, belongs, owns, owned, only
        they, up to, in the hands, hands of, court, with them, their side, on their side, their
        plate, their end, del lado, do lado, cote, bei, chez, liegt bei, at the mercy, nur, solo,
        seul, so o, so a, in der hand, en manos, nas maos, entre les mains, sitting with
    """,
    "CHASED": """
        asked, pinged, chased, chase, chasing, nudged, requested, emailed, mailed, wrote, filed,
        raised, opened a ticket, ticket, tickets, request, requests, escalated, reminded, bumped,
        angefragt, gefragt, nachgefragt, nachgehakt, angeschrieben, beantragt, pedi, pedido,
        pedimos, solicit*, pregunte, perguntei, cobrei, cobrando, insisti, demande, relance,
        relancee, relances, reclame, submitted, applied, following up, followed up, poked, dm'd,
        tagged, anfrage, antrag, solicitud, requete, demandes, jira, incident, case, begging,
        reopened
    """,
    "REPLY": """
        reply, replied, replies, answer, answered, answers, response, respond, responded, responds,
        heard, hear, heard back, hear back, antwort, antworten, geantwortet, antwortet, gemeldet,
        meldet, ruckmeldung, respuesta, responde, responden, contesta, contestan, contestado,
        respondido, respondeu, resposta, retorno, reponse, repond, repondu, repondent, reagiert,
        came back, come back, comes back, get back, got back, looked at, picked up, touched, picked
        it up, looks at, feedback, confirmation, confirm, confirms, confirmed, bestatigt, confirma,
        confirme, word
    """,
    "BROKEN": """
        broken, breaks, broke, down, fails, failing, failed, fail, error, errors, 403, 401, 404,
        429, 500, 502, 503, 504, 500s, 403s, 502s, 503s, timeout, timeouts, times out, timing out,
        crash, crashes, crashing, crashed, denied, rejected, rejects, refuses, refused, stale,
        outdated, truncated, read-only, offline, unreachable, unavailable, outage, hangs, hung,
        vanish, vanished, dropped, expired, expires, revoked, locked, disabled, throttled,
        throttles, wrong, garbage, nulls, null, kaputt, fehler, abgesturzt, abgelaufen, gesperrt,
        defekt, ausgefallen, lauft nicht, caido, caida, roto, rota, falla, fallando, fallan,
        errores, quebrad*, fora do ar, caiu, erro, erros, falhando, falha, en panne, panne, tombe,
        plante, casse, cassee, erreur, erreurs, expire, expiree, refuse, negado, negada, denegado,
        vencid*, expirou, expirad*, permission, forbidden, unauthorized, evicted, preempted, oom,
        maxed, exhausted, full, voll, llena, lleno, cheia, cheio, pleine, plein, degraded, flaky,
        red, rot, empty, mismatch, duplicates, double, disappeared, won't load, wont load
    """,
    "OWNFIX": """
        debugging, rewriting, on it, my own, own, myself, yourself, fixing, selbst, selber, i'll
        fix, mi propio, yo mismo, eu mesmo, moi-meme, my bug, my fault, my side, our side, mine, my
        mistake, refactoring, investigating, digging, looking into, ich fixe, corrigiendo,
        corrigindo, je corrige, my join, my query, my code, my script, my laptop, working on it,
        figuring
    """,
    "CLOSED": """
        unblocked, resolved, fixed, solved, landed, arrived, came through, came thru, came in,
        cleared, closed, no longer, back up, works again, working again, is back, are back, now
        works, sorted, all good, good to go, got it, got them, got the, got my, granted, finally,
        gelost, erledigt, angekommen, behoben, lauft wieder, geht wieder, ist da, sind da, wieder
        da, freigeschaltet, gemergt, resuelto, resuelta, listo, lista, llego, llegaron, arreglad*,
        solucionad*, ya tengo, ya esta, desbloquead*, resolvid*, chegou, chegaram, liberado,
        liberada, liberou, liberaram, destravad*, ja tenho, debloque, debloquee, resolu, resolue,
        regle, reglee, recu, recue, repare, c'est bon, not anymore, anymore, any more, went
        through, came back, approved, signed, merged, delivered, done, mended, lifted, over, gone,
        since then, turned out, scratch that, nevermind, never mind, ended, last blocker, yesterday
    """,
    "THANKS": """
        thanks, thank, thx, ty, kudos, merci, gracias, obrigado, obrigada, danke, valeu, cheers,
        shoutout, props, hooray, yay, finally, 🎉, 🙏, 🥳, ✅, 🙌, ✔, 💪, ✨
    """,
    "IF": """
        if, might, may, could, in case, risk, risks, worry, worried, wenn, falls, konnte, konnten,
        sollte, si, podria, podrian, puede que, quizas, tal vez, se, pode, poderia, talvez,
        pourrait, risque, riesgo, risco, risiko, chance, potential, potentially, possible,
        possibly, would, likely, probably, perhaps, maybe, threat, heads up, heads-up, ojo,
        vielleicht, peut-etre, au cas ou, por si, caso, should, eventually, at some point, fear,
        suspect, expect, anticipate, planning note, next quarter, in q1, in q2, in q3, in q4, next
        month, next year, otherwise, will be, wird, going to, gonna, horizon, foresee, slight,
        hypothetically, supposing, or else, so long as
    """,
    "WISH": """
        wish, wishes, would be nice, nice to have, would love, love it, i'd love, dream, dreaming,
        hoping, hope, hopefully, ideally, suggestion, someday, some day, one day, wouldn't mind,
        schon ware, ware, traum*, ojala, estaria bien, estaria genial, seria, seria bom, seria
        genial, gostaria, me gustaria, quisiera, j'aimerais, ce serait, serait, idealement,
        idealerweise, wunsch*, wunsche, wouldn't hurt, could use, feature request, idea, would
        help, would be great, would be cool, would be good, it'd be, how about, in a perfect world,
        adoraria, tomara, gerne, irgendwann, algun dia, um dia, un jour, rather, if only
    """,
    "FINE": """
        fine, no rush, no hurry, not urgent, anyway, anyhow, regardless, workaround, instead,
        meanwhile, in the meantime, don't mind, doesn't matter, whenever, ok without, without it,
        good enough, enough, copes, doesn't block, does not block, not blocking, isn't blocking,
        doesn't stop, doesn't hold, isn't holding, not holding, not stopping, no problem, not a
        problem, no issue, kein problem, egal, trotzdem, stort nicht, reicht, genugt, unabhangig,
        no pasa nada, igual, da igual, no me afecta, no nos afecta, no me bloquea, no me frena, sin
        prisa, nao me atrapalha, nao atrapalha, nao bloqueia, sem pressa, tranquilo, tudo bem, pas
        grave, pas urgent, ne me bloque pas, ne bloque pas, ca ne bloque, rien d'urgent, de toute
        facon, quand meme, as usual, normal, wie immer, as planned, on schedule, as expected, im
        zeitplan, plane, no blocker, not a blocker, cosmetic, optional, not needed, don't need,
        dont need, doesn't need, no need, needn't, isn't needed, not waiting, not blocked, not
        stuck, brauche nicht, nicht notig, no hace falta, nao precisa, nao preciso, pas besoin,
        carry on, go on, going on, keep going, moving on, locally, local copy, spare, can continue,
        worked around, weiter
    """,
    "REVERSE": """
        on me, from me, for my, for me, of me, by me, me for, asked me, asks me, ask me, needs me,
        my ok, my answer, my input, my review, my side, waiting on us, waits on me, waits on us,
        waits for me, waiting for me, waiting on me, blocked on me, blocked by me, auf mich, von
        mir, auf meine, auf meinen, auf mein, auf uns, a mi, de mi, por mi, mi respuesta, esperando
        mi, por mim, de mim, minha resposta, meu retorno, de moi, sur moi, ma reponse, mon retour,
        m'attend, m'attendent, i owe, owe, owes me, promised him, promised her, promised them, i'm
        blocking, im blocking, i am blocking, holding anyone, my part, mine to, from us, on us,
        your turn, my turn, ich schulde, les debo, le debo, estou devendo, je dois, i'm the,
        depende de mi
    """,
    "ME": """
        me, us, mich, uns, mir, mi, mim, moi, nos, nous, myself, mine
    """,
    "FIRST": """
        i, i'm, im, i've, i'd, i'll, we, we're, we've, our, my, me, us, ich, wir, mein, meine,
        meinen, meinem, meiner, unser, unsere, unseren, yo, mi, mis, nuestro, nuestra, nosotros,
        eu, meu, minha, meus, nosso, nossa, je, j'ai, j'attends, nous, mon, ma, mes, notre, nos,
        estoy, estamos, tengo, estou, temos, tenho, suis, mich, uns, ive, j'en, m'a, mir
    """,
    "THEY": """
        they, they're, their, them, he, she, his, her, he's, she's, sie, ihr, ihre, er, ellos,
        ellas, su, sus, eles, elas, deles, ils, elles, leur, leurs, he'll, she'll, they'll,
        they've, someone, somebody, anyone, jemand, alguien, alguem, quelqu'un, il, elle
    """,
}
