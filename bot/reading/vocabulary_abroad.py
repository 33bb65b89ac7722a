"""The words that tell what a wait is on, in Spanish, Portuguese, French and German; no accents."""

from bot.functions import FunctionId

WORDS_ABROAD: dict[FunctionId, dict[int, str]] = {
    "data_engineering": {
        8: """
            ingenieria de dato, engenharia de dado, ingenierie de donnee, data ingenieur,
            dateningenieur, equipo de dato, time de dado, equipe data, datenteam, entrepot
        """,
        5: """
            carga, tabla, tabela, tabelle, spalte, colonne, columna, coluna, ladejob,
            beladung, datenladung, esquema, schema, nachtlauf, datenpipeline, ingesta,
            ingestao, flux, alimentation, chargement, historico, particion, particao,
            partition, registro, filas, duplicado, doublon, lignes, ligne, zeile, extraccion,
            extracao, vue, vista, actualizacion
        """,
        2: """
            datos, dados, donnee, daten, exportacion, volcado, dump, catalogo
        """,
    },
    "ml_engineering": {
        7: """
            servicio de inferencia, servico de inferencia, modellserver, registro de modelos,
            despliegue del modelo, deploy do modelo, deploiement du modele, feature store
        """,
        5: """
            despliegue, inferencia, inference, bereitstellung, produktivsetzung, endpoint,
            mise en production du modele, reentrenamiento, retreino, reentrainement
        """,
        2: """
            modelo, modele, modell
        """,
    },
    "devops_platform": {
        7: """
            plataforma, plateforme, plattform, infraestructura, infraestrutura, infrastruktur,
            infra, betrieb, sistemas, sre
        """,
        5: """
            puerto, porta, port, entorno, ambiente, environnement, umgebung, servidor,
            serveur, zertifikat, certificado, certificat, netzwerk, rede, reseau, desplegar,
            gitlab runner, nexus, artifactory, harbor, congelacion, gel, firewall,
            cortafuegos, pare feu, dns, espejo
        """,
    },
    "data_access": {
        7: """
            permiso, permissao, permissoe, acceso, acesso, acce, zugang, zugriff, leserecht,
            schreibrecht, berechtigung, habilitation, droit, credencial, credenciai,
            identifiant, zugangsdaten, recht, freischaltung, freigeschaltet, contrasena,
            senha, passwort, mot de passe, cuenta, konto, compte, conta, clave, chave, cle
        """,
        3: """
            rol, rolle, grupo, groupe, gruppe, login, perfil, token, sso, vpn
        """,
    },
    "frontend": {
        7: """
            front, pantalla, tela, ecran, maske, oberflache, boton, botao, bouton,
            schaltflache, interfaz, interface, maquette, maqueta, layout, diseno, komponente,
            composant, componente, portal
        """,
    },
    "backend_product_eng": {
        6: """
            servicio, servico, service, schnittstelle, evento, evenement, ereignis, time do
            app, equipo de app, equipe mobile, webhook, log, trackeo, rastreamento, tracking,
            marquage, backend
        """,
    },
    "product_decision": {
        8: """
            producto, produto, produit, produkt, decision, decisao, entscheidung, arbitrage,
            definicion, definicao, definition, prioridad, prioridade, prioritat, priorite,
            metier, fachbereich, negocio, alcance, escopo, perimetre, umfang, presupuesto,
            orcamento, budget, direccion, diretoria, direction, geschaftsfuhrung, vorstand,
            alvo, ansage, requisito, exigence, anforderung
        """,
    },
    "code_review": {
        7: """
            revision, revisao, relecture, relire, revue, durchsicht, revisor, relecteur,
            aprobacion del pr, aprovacao do mr, fusion, mergen, merge, revisar, revise,
            mergear, mergeie, pr, mr
        """,
    },
    "compute_gpu": {
        8: """
            cola de gpu, fila de gpu, file gpu, gpu warteschlange, kontingent, cuota, cota,
            quota, noeud, rechenzeit, grafikkarte, tarjeta, placa, cluster de computo, gpus,
            gpu
        """,
    },
    "external_vendor": {
        10: """
            proveedor, fornecedor, fournisseur, prestataire, lieferant, dienstleister,
            soporte, suporte, agencia, agence, agentur, parceiro, partenaire, editeur,
            hersteller, hotline, herstellersupport
        """,
    },
    "legal_security_privacy": {
        10: """
            juridico, juridica, juridique, rechtsabteilung, datenschutz, seguridad, seguranca,
            securite, sicherheit, contrato, contrat, vertrag, rgpd, lgpd, dsgvo, cnil,
            betriebsrat, privacidad, privacidade, cumplimiento, conformite, cse, avv,
            encarregado, delegado de proteccion, consentement, consentimiento, consentimento,
            einwilligung, clausula, unterschrift
        """,
    },
    "labeling": {
        9: """
            etiqueta, etiquetado, anotacion, anotacoe, anotacao, anotador, rotulo, rotulagem,
            annotation, annotateur, annotatrice, etiquetage, annotiert, annotieren,
            verschlagwortung, transcripcion, transcricao, transcription, etiquetador,
            annotator, labels
        """,
    },
    "other": {
        6: """
            compra, achat, einkauf, rh, recurso humano, portatil, notebook novo, ordinateur,
            rechner, laptop, badge, cracha, ausweis, viaje, viagem, voyage, reise,
            contabilidad, buchhaltung, compta, comptabilite, finanza, finanzen, financeiro,
            controlling, silla
        """,
    },
}
