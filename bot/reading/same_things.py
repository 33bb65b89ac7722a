"""What the work of data teams is about, in five languages: to share it says much."""

from bot.reading.same_words import meanings

THINGS = meanings(
    """
    customer: customer, client, clients, cliente, clientes, kunde, kunden, client base
    order: orders, order, pedido, pedidos, bestellungen, commande, commandes, encomenda
    sale: sale, sales, venta, ventas, venda, vendas, verkauf, umsatz, vente, ventes, revenue,
        ingreso, receita, vendite
    store: store, stores, shop, shops, tienda, tiendas, loja, lojas, filiale, filialen, magasin,
        magasins, branch office, outlet, negozi
    price: price, prices, pricing, precio, precios, preco, precos, preis, preise, prix, prezzi
    invoice: invoice, invoices, factura, facturas, fatura, faturas, rechnung, rechnungen,
        facture, factures, bill, billing
    claim: claim, claims, siniestro, siniestros, sinistro, sinistros, sinistre, sinistres,
        schaden, schadenfall
    policy: policy, policies, poliza, polizas, apolice, apolices, police, policen
    payment: payment, payments, pago, pagos, pagamento, pagamentos, paiement, paiements,
        zahlung, zahlungen, zahlungs
    refund: refund, refunds, reembolso, reembolsos, devolucion, devolucoes, remboursement,
        ruckerstattung, erstattung
    return: returns, rucksendung, retoure, retouren, retour, retours
    supplier_data: fornecedores, proveedores, fournisseurs, lieferanten, suppliers
    churn: churn, abwanderung, attrition, kundigung, fuga, desabonnement, cancellation, evasao
    shipment: shipment, shipments, shipping, delivery note, envio, envios, versand, sendung,
        expedition, expeditions, parcel, colis, paket
    stock: stock, stocks, inventory, inventario, bestand, lagerbestand, estoque, inventaire
    product_item: productos, produtos, produits, produkte, catalogue, catalog, catalogo, sku,
        article number, assortment, artikel
    employee: employee, employees, empleado, empleados, funcionario, funcionarios, mitarbeiter,
        employe, employes, salarie, salaries
    patient: patient, patients, paciente, pacientes, patienten
    hospital: hospital, hospitals, krankenhaus, hopital, clinic, clinica, klinik, clinician,
        medecin
    school: school, escuela, ecole, schule
    plant: plant, factory, fabrica, usine, werk, fabrik
    sensor: sensor, sensors, sensoren, sensores, capteur, capteurs, telemetry, sensorik
    warehouse_site: lager, entrepot, almacen, depot, depots
    traffic: traffic, trafico, trafego, trafic, verkehr
    forecast: forecast, forecasts, prevision, previsiones, prognose, vorhersage, forecasting,
        demand forecast
    fraud: fraud, fraude, betrug, frode
    credit: credit, credito, kredit, credit limit, loan, loans, prestamo, emprestimo, pret,
        kredite, darlehen
    campaign: campaign, campana, campanha, campagne, kampagne, campaigns
    user_data: active user, active users, usuarios activos
    experiment_size: sample size, holdout size, power calculation, sample ratio
    location: location, geolocation, geolocalisation, geolocalizacion, geolocalizacao, standort,
        gps, gps feed, position data
    voice: voice, voz, voix, stimme, speech, parole, audio, sprache
    photo: photo, photos, foto, fotos, bild, bilder, imagen, imagenes, imagem, imagens,
        pictures, picture, images
    text_data: transcript, transcripts, transcripcion, transcricao, transkript
    review_data: customer review, product review, resena, bewertung
    minimum_viable: mvp, minimum viable product, minimum viable version, minimum viable
    cpa: cpa, cost per acquisition
    ltv: ltv, lifetime value, clv, customer lifetime value
    arr: arr, annual recurring revenue
    nps: nps, net promoter score
    utm: utm, utm source
    unit: unit, unidad, einheit, einheiten, unite
    salary: payroll, salary, nomina, folha, gehalt, lohn, paie
    country: country, countries, pais, lander, pays
    market: market, mercado, markt, marche
    january: january, enero, janeiro, janvier, januar
    february: february, febrero, fevereiro, fevrier, februar
    march: march, marzo, marco, mars, marz
    april: april, abril, avril
    may: mayo, maio
    june: june, junio, junho, juin, juni
    july: july, julio, julho, juillet, juli
    august: august, agosto, aout
    september: september, septiembre, setembro, septembre
    october: october, octubre, outubro, octobre, oktober
    november: november, noviembre, novembro, novembre
    december: december, diciembre, dezembro, decembre, dezember
    europe: europe, european, eu, europa, ue
    germany: germany, german, deutschland, alemania, alemanha, allemagne, deutsch, deutsche,
        aleman
    historical: history, historical, historico, historique, historie, historisch
    row: row, rows, fila de, linha, ligne, zeile, zeilen, record, records
    weather: weather, tiempo meteorologico, clima, meteo, wetter
    competitor: competitor, competitors, competencia, concorrente, concurrent, wettbewerber
    replica_lag: replication, replicacion, replicacao, replikation
    reason: reason, motivo, motif, grund
    address: address, direccion postal, endereco, adresse, adressen
    mailing: mail, email, e mail, correo, newsletter, mailing
    scan: scan, scans, escaner, ct scan
    embed: embed, embedded, embedding view
    outlier: outlier, anomaly, ausreisser
    suppression: suppression list, do not contact, opt out list
    ad_spend: ad spend, ads spend, media spend, adspend
    search: search, busqueda, busca, recherche, suche
    recommendation: recommendation, recommender, recsys, recomendacion, recomendacao,
        recommandation, empfehlung
    drone: drone, drones, uav
    identity_resolution: entity resolution, dedupe, deduplication, dedup, record linkage,
        matching
    push: push, push notification, push notifications, notification
    checkout: checkout, cart, basket, warenkorb, panier, carrito, carrinho
    onboarding_material: new hire, new joiner, new starter
    reading_rights: read only, readonly, cant be written, not writable, write protected
    card: score card, scorecard
    contract_doc: contract renewal
    cost_center: cost centre, cost center, kostenstelle, centro de coste, centro de custo
    hiring: hire, hiring, post the job, vacancy
    cookie: third party cookie, cookies
    exchange_rate: exchange rate, exchange rates, fx rate, fx, wechselkurs, taux de change
    month_end: month end, monthly close, closing, monatsabschluss
    evaluation: eval, evaluation, evaluacion, avaliacao, auswertung, evals
    organisation: org, organisation, organization, organizacion, organizacao
    config: config, configuration, conf, settings file, konfiguration, configuracion,
        configuracao
    repo: repo, repository, repositorio, depot git
    auth: auth, authentication, authorisation, authorization
    calculation: calc, calculation, calculo, berechnung, calcul
    owner: owner, owns, own, owned, ownership, responsible, dueno, dono, proprietaire
    training: train, training, trained, entrenar, entrenamiento, treinar, treinamento,
        entrainer, entrainement, trainieren
    test_noun: tests, unit test, unit tests, probar, pruebas, testes
    poland: poland, polish, polonia, polska, polen, polnisch
    spain: spain, spanish, espana, espagne, spanien, spanisch, espanol
    france: france, french, francia, franca, frankreich, franzosisch, francais
    italy: italy, italian, italia, italie, italien, italienisch
    portugal: portugal, portuguese, portugues, portugiesisch
    brazil: brazil, brazilian, brasil, bresil, brasilien
    netherlands: netherlands, dutch, holland, niederlande, pays bas
    britain: uk, britain, british, england, united kingdom, reino unido, royaume uni
    usa: usa, american, united states, estados unidos, etats unis
    sweden: sweden, swedish, suecia, schweden, suede
    norway: norway, norwegian, noruega, norwegen
    finland: finland, finnish, finlandia, finnland
    denmark: denmark, danish, dinamarca, danemark
    switzerland: switzerland, swiss, schweiz, suiza, suica, suisse
    austria: austria, austrian, osterreich, autriche
    japan: japan, japanese, japon, japao
    china: china, chinese, chine
    india: india, indian, inde, indien
    mexico: mexico, mexican, mexique
    canada: canada, canadian, kanada
    turkey: turkey, turkish, turkiye, turquia, turkei
    vietnam: vietnam, vietnamese
    thailand: thailand, thai
    korea: korea, korean
    greece: greece, greek, grecia, griechenland
    x_ray: x ray, x rays, xray, rontgen, rontgenbild, rontgenbilder, radiografia, radiographie,
        rayos x, raio x
    score: score, scores, puntuacion, pontuacao
    report: report, reports, bericht, informe, relatorio, rapport, reporte, auswertungsbericht
    transaction: transaction, transactions, transaccion, transacciones, transacao, transacoes,
        transaktion, transaktionen
    session: session, sessions, sesion, sesiones, sessao, sessoes, sitzung, sitzungen
    click: click, clicks, clickstream, clic, clics, cliques, klick, klicks
    household: household, households, haushalt, haushalte, hogar, hogares, foyer, foyers,
        domicilio, domicilios
    discount: discount, discounts, rabatt, rabatte, descuento, descuentos, desconto, descontos,
        remise, remises
    coupon: coupon, coupons, voucher, vouchers, gutschein, gutscheine, cupon, cupones, cupom,
        cupons
    margin: margin, margins, marge, marges, margen, margem
    cost: costs, unit cost, kosten, costes, costos, custos, couts, cout
    currency: currency, currencies, wahrung, moneda, moeda, devise
    calendar: calendar, kalender, calendario, calendrier
    holiday: holiday, holidays, feiertag, feiertage, festivo, festivos, feriado, feriados,
        ferie, jour ferie
    postcode: postcode, postcodes, zip code, postal code, plz, postleitzahl, codigo postal, cep,
        code postal
    city: city, cities, stadt, stadte, ciudad, ciudades, cidade, cidades, ville, villes
    region_word: regions, regiones, regioes, regionen
    device: device, devices, gerat, gerate, dispositivo, dispositivos, appareil, appareils
    meter: meter, meters, zahler, smart meter, contador, contadores, medidor, compteur,
        compteurs
    driver: drivers, fahrer, conductor, conductores, motorista, motoristas, chauffeur,
        chauffeurs, rider, riders, courier, couriers
    merchant: merchant, merchants, seller, sellers, handler, vendedor, vendedores, vendeur,
        vendeurs, comerciante
    booking: booking, bookings, reservations, buchung, buchungen, reserva, reservas
    flight: flight, flights, flug, fluge, vuelo, vuelos, voo, voos, vol, vols
    hotel: hotel, hotels, hoteles, hoteis
    ticket_item: tickets sold, entradas, ingressos, billets, eintrittskarten
    segment: segment, segments, segmento, segmentos, segmentation, segmentacion, segmentacao,
        segmentierung
    loyalty: loyalty, loyalty card, fidelidad, fidelidade, fidelite, treue, treuekarte
    question_item: interview, interviews, entrevista, entrevistas, entretien, entretiens
    target: target, targets, ziel, ziele, objetivo, objetivos, objectif, objectifs, goal, goals
    size: size, sizes, grosse, tamano, tamanho, taille
    quality: quality, qualitat, calidad, qualidade, qualite
    daily: daily, taglich, tagliche, diario, diaria, quotidien, quotidienne, each day, every day
    weekly: weekly, wochentlich, wochentliche, semanal, hebdomadaire, every week
    monthly: monthly, monatlich, monatliche, mensual, mensal, mensuel, mensuelle
    quarterly: quarterly, trimestral, trimestriel, quartal, quartalsweise
    duplicate_rows: deduplicated, entdoppelt, dublette, dubletten, doublon, doublons,
        duplicados, duplicadas
    default: default, defaults, impago, impagos, inadimplencia, defaut, ausfall
    insurance: insurance, versicherung, seguro, seguros, assurance
    bank: bank, banks, banco, bancos, banque, banques
    tax: tax, taxes, steuer, steuern, impuesto, impuestos, imposto, impostos, taxe, impot
    energy: energy, energie, energia, strom, electricity, electricidad, eletricidade,
        electricite
    image_medical: mri, irm, mrt, resonancia
    energy_load: load curve, lastgang, lastprofil
    contract_end: termination, cancelations, kundigungen, baja, bajas, cancelamento,
        cancelamentos, resiliation
    complaint: complaint, complaints, beschwerde, beschwerden, queja, quejas, reclamacao,
        reclamacoes, plainte, plaintes, reclamation
    call: phone calls, anrufe, llamadas, ligacoes, appels
    chat: chat, chats, chatlog, chatlogs
    chatbot: chatbot, bot, assistant, asistente, assistente
    wages: wages, hours worked, arbeitszeit, arbeitszeiten
    route: route, routes, routing, ruta, rutas, rotas, tournee, strecke, strecken
    vehicle: vehicle, vehicles, fahrzeug, fahrzeuge, vehiculo, vehiculos, veiculo, veiculos,
        vehicule, vehicules, truck, trucks, lkw
    machine_shop: production line, produktionslinie, linea de produccion, ligne de production
    accuracy: accuracy, genauigkeit, precision model, exactitud
    leak: leak, leakage, leck, fuga de datos
    encryption: encryption, encrypted, verschlusselung, verschlusselt, cifrado, criptografia,
        chiffrement
    backup: backup, backups, sicherung, copia de seguridad, sauvegarde
    cache: cache, redis, memcached
    message: message, messages, mensaje, mensajes, mensagem, mensagens, nachricht, nachrichten
    translation: translation, translations, ubersetzung, ubersetzungen, traduccion,
        traducciones, traducao, traducoes, traduction, traductions
    appointment: meeting, termin, reunion, reuniao, appointment, workshop
    scraping: scraping, scrape, scraper, crawl, crawler, crawling
    anonymisation: anonymisation, anonymization, anonymise, anonymize, pseudonymisation,
        anonimizacion, anonimizacao, anonymisierung, masking
    retention: retention, aufbewahrung, retencion, retencao
    alert: alert, alerts, alerting, alarm, alerta, alertas, alerte
    attribution: attribution, atribucion, atribuicao, zuordnung
    terms: terms of service, tos, nutzungsbedingungen
    sla: sla, service level agreement, service level
    """
)
