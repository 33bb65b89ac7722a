"""First names of many places: a word among them is likely somebody, also in small letters."""

from bot.reading.small_words import listed

FIRST_NAMES = listed(
    """
    aaron abdul abdullah abel abena abigail achim adaeze adam adaora adebayo adele adeola aditi
    aditya adrian adriana adrien agata agnes agnieszka ahmad ahmed aiko aileen aisha aiyana akash
    akin akira akosua alain alan alana alba albert alberto alejandra alejandro aleksander aleksandra
    aleksei alena alessandro alessia alex alexander alexandra alexandre alexei alexis alfonso alfred
    alfredo ali alice alicia alina alisa alison aliya allison alma alvaro amadou amaia amal amanda
    amani amara amelia amelie amina amir amira amit amita amna ana anaelle anais anand anatol anders
    andre andrea andreas andree andrei andrej andres andrew andrzej andy ane angela angelica angelo
    angus anh anika anil anita anja anke ann anna annabel anne anneke annelies annette annika anouk
    anselm antoine anton antonella antonia antonio anupam anya aoife apoorva april ariadne ariana
    ariel arjun arkadiusz arlo armando armin arnaud arne aron arthur artur arturo arun arvid asa ash
    asha ashley ashok asif asmaa astrid asuka athena atsuko aubrey audrey august aurelie aurora ava
    avi ayaan ayako ayana ayesha ayla aylin ayo ayse aziz azra babajide babak bahar bakari balazs
    barbara barry bart bartek bartosz bas bashir basil bastian bea beata beatrice beatriz becca
    belen ben benedikt benjamin benoit bernard bernd bernhard bert bertrand bethany bettina bianca
    bilal birgit bjarne bjorn blanca blessing bogdan bojan boris bozena brad brandon brenda brendan
    brett brian brice bridget britta bruce bruna bruno bryan burak caio caleb camila camille candice
    carina carl carla carlo carlos carmen carol carole carolina caroline carsten casey caspar
    cassandra catalina catarina catherine cathy cecile cecilia cedric celia celine cem cesar chad
    chandra chantal charles charlotte chen cheng chiamaka chiara chidi chidinma chika chinedu chioma
    chloe chris christa christian christiane christina christine christoph christophe christopher
    chukwu ciara cindy claire clara clarissa claude claudia claudio clemence clemens clement cleo
    clive cody colette colin comfort concha connor conor consuelo cora corentin corinna corinne
    cornelia cristian cristina cristobal cyril dafne dagmar daichi damian damien damir dan dana
    daniel daniela daniele danielle danilo danny daphne darek daria dario darius darren dave david
    davide davor dawid dean debbie deborah deepa deepak deepika deepti delphine demba denis denise
    dennis derek desmond detlef devon dewi diana diane diego dieter dilek dilip dima dimitar dimitri
    dimitris dina dinesh dirk divya djamel dmitri dmitry dolores dominic dominik dominika dominique
    donna dora doris dorota dorothea doug dragan duarte duc duncan dung dylan ebba ebony eddie edgar
    edith eduardo edward edwin efua egon ekaterina elaine eleanor elena eleni eliana elias elif
    elisa elisabeth elise eliza elizabeth elke ella ellen elliot elliott elodie eloise elsa elvira
    emeka emil emile emilia emilie emilio emily emine emma emmanuel emmanuelle emre enrico enrique
    eric erica erik erika erin ernesto ernst erwan esme esra esteban estelle ester esther ethan
    etienne eugene eun eva evan evelina evelyn ewa ezgi fabian fabien fabienne fabio fabrice fadi
    fahad faisal falk fanny faraz farhan farid fatih fatima fatma fatou fatoumata federica federico
    felicia felicitas felipe felix femi feng ferdinand ferenc fernanda fernando filip filipa filipe
    finn fiona flavia flavio florence florent florian folake fotini frances francesca francesco
    francine francis francisca francisco franck francois francoise frank franz franziska fred
    freddie frederic frederik frederike freya frida frieda friedrich fritz funmi gabi gabor gabriel
    gabriela gabriele gabrielle gaelle gary gaspard gauri gavin gemma genevieve georg george georgia
    georgina gerald gerard gerd gerhard gerrit gert ghislaine giacomo gianna gilbert gilles gina
    giorgio giovanna giovanni gisela gita giulia giulio giuseppe gloria goncalo gonzalo gopal goran
    gordon graham graziella greg greta grit grzegorz guadalupe gudrun guido guilherme guillaume
    guillermo gunnar gunther gustav gustavo gwen hadiza hagen hakan halima hamid hamza hana hanna
    hannah hannes hans harald haris harold harriet harris harry haruka haruki harvey hasan hassan
    hatice heather hector hedda heidi heike heiko heinz helen helena helene helga helmut hendrik
    henk henning henri henrik henrike henry herbert hermann hermine hernan hilary hilde hiro hiroshi
    hitomi holger holly horst hugo hung huong hussein huy ian ibrahim ida idris ieva ignacio ignacy
    igor ikram ilaria ildiko ilias ilse ilya imani imke imran ina india indira ines inga inge ingo
    ingrid inigo ioana ioannis irena irene irina isaac isabel isabela isabella isabelle ishaan isla
    ismael ismail itziar ivan ivana iveta ivo iwona izabela jaana jaap jackie jacob jacqueline
    jacques jagoda jaime jake jakob jakub jamal james jamie jamila jan jana jane janek janet janina
    janine janis janos janusz jared jarek jasmin jasmine jason jasper javier jay jaya jayden jean
    jeanette jeanne jeff jelena jenna jennifer jenny jens jeremy jerome jesper jess jesse jessica
    jessie jesus jia jill jim jimena jin jing jiri jitka jo joan joana joanna joao joaquin jochen
    joe joel joelle joerg johan johann johanna johannes john johnny jola jon jonas jonathan jonna
    joost jordan jordi jorg jorge joris jorn jose josef josefina joseph josephine josh joshua josie
    josip joy joyce juan juana juanita judith judy juho jula jules julia julian juliana juliane
    julie julien juliet juliette julio julius jun jung junko jurgen juri justin justine justyna kaan
    kacper kadir kai kaito kaja kalle kalyani kamal kamil kamila kanako karan kareem karel karen
    karim karin karina karl karla karol karolina karoline karsten karthik kasia kaspar katarina
    katarzyna kate katerina katharina kathleen kathrin kathryn kathy katie katja katrin kavita kavya
    kay kazimir kazuo keiko keith kelechi kelly kemal ken kenji kenneth kenta kerstin kevin khadija
    khalid kiana kiara kieran kim kimberly kira kiran kirill kirsten kirstin kirsty kit kjell klara
    klaus kofi koji kojo konrad konstantin kornelia kris krishna kristen kristian kristin kristina
    kristof krisztina krystyna krzysztof kunal kurt kwabena kwame kwasi kyle kyoko lachlan laetitia
    laila lakshmi lamia lara larissa lars lasse latoya laura laure lauren laurence laurent laurie
    layla lea leah leandro leanne lee leif leila leilani lena leni lenka lennart leo leon leona
    leonard leonardo leonie leonor lesley leszek leticia levent lewis lidia lieke lien liesbeth lila
    lili lilian liliana lilly lily lin lina linda ling linh linnea linus lionel lisa lisbeth liv
    livia liz lizzie ljubica lluis logan loic lola lorena lorenz lorenzo loretta lori lothar lotta
    lotte lou louis louisa louise luc luca lucas lucia lucian luciana lucie lucien lucy ludmila
    ludovic luigi luis luisa luiz luka lukas lukasz luna luuk lydia lynn maarten mabel maciej maddie
    madeleine madhu madison mads mae magali magda magdalena maggie magnus mahesh mahmoud mai maia
    maike maite maja malachi malaika malcolm malee malek malgorzata malik malin malte mamadou mandla
    mandy manon manu manuel manuela mara marc marcel marcela marcelo marcin marco marcos marcus
    mareike marek margaret margarida margarita margaux margot margrit mari maria mariam mariama
    mariana marianne maribel marie marija marika marilyn marina mario marion marisa marisol marissa
    marit marius mariusz marjan marjorie marko markus marlen marlene marlon marta martha martijn
    martim martin martina martine marvin mary maryam masato masha massimo mateo mateus mateusz
    mathias mathieu mathilde matilda matilde matt matteo matthew matthias matthieu mattia maurice
    mauricio mauro maxence maxim maxime maximilian maya mayumi megan mehdi mehmet mei meike mel
    melanie melis melissa mercedes meredith merethe merlin mert merve meryem mia micah michael
    michaela michal micheal michel michele michelle midori mieke miguel mika mikael mike mikhail
    miki mikkel mikolaj mila milan milena milica milo milos mina minh mira miranda mireille mirela
    miriam mirjam mirko miroslav mischa mitch mitsuki mladen mohamed mohammad mohammed mohan mohit
    moira molly mona monica monika monique moritz morten moses mostafa muhammad mukesh munira murat
    musa mustafa mwangi myriam nabil nadia nadin nadine nadja naima naledi nam nancy nandini naomi
    narges nasrin natalia natalie natasha nate nathalie nathan nathaniel navid nawal nazanin neha
    neil nele nelly nelson nia niall nicholas nick nico nicola nicolas nicole nicoletta niels nik
    nikhil niklas niko nikola nikolai nikos nils nina ninja nirmala nisha nitin njeri nkechi noa
    noah noel noelia noemi noor nora norbert nordine norma nour novak nuno nuria nyasha oana obinna
    octavia odette odile ola olaf olamide oleg olek oleksandr olena olga oli olive oliver olivia
    olivier olu olufemi oluwaseun omar omer oriol orla orlando oscar oskar osman oswald ottilie otto
    oussama owen oyin ozan pablo padma paige palak paloma pamela paola paolo parisa pascal pascale
    patience patrice patricia patrick patryk paul paula paulina pauline paulo pavel pavla pawel
    payal pedro peggy penelope peng per perrine pete peter petra petros petter phil philip philipp
    philippa philippe phoebe phuong pia pierre pieter pilar piotr pooja prakash pranav prasad
    prateek pratik praveen precious preeti prisca priscilla priya priyanka przemek qing quentin
    quinn rabia rachel rachid radek radhika radoslaw rafael rafaela rafal raffaella raghav rahel
    rahul raj raja rajesh rajiv rakesh ralf ralph ram rama ramesh ramiro ramon ramona rana randi
    rania ranjit raphael raquel rashid rasmus raul raven ravi raymond rea rebecca rebekka reena
    regina regine reiko reinhard reinhold remi remy rena renata renate rene renee renske reza rhea
    rhys ricardo richard rick ricky rico rie rieke rina risa rita ritu riya rob robert roberta
    roberto robin robyn rocio roderick rodolfo rodrigo roger roland rolf romain roman romana romina
    ron ronja rosa rosalie rosalind rosana rosario rosemary rositsa ross rowan roxana roxane roy
    ruben rudi rudolf rui rukhsana rupa rupert russell ruta ruth ryan ryo sabina sabine sabrina
    sachin sadia saeed safiya sahar said saida sakura salah salim salma salome sam samantha samir
    samira sammy samuel samuli sandeep sandra sandrine sandro sanja sanjay sanne santiago santosh
    sara sarah sarita sasha saskia satoshi saul savannah scott sean sebastian sebastien selim selin
    selina selma semra sena sera serena serge sergei sergey sergio seung severin seydou shabnam
    shahid shaina shane shanice shannon sharif sharon shaun shauna sheena sheila shelley sherif
    shilpa shin shira shirin shirley shivani shota shreya shruti shu sibel sibylle sidra siegfried
    siggi sigrid silas silje silke silvia silvio simon simona simone sina sinead siobhan sipho
    sissel siyabonga slawek snezana soeren sofia sofie sohail solange soledad solene solveig sonia
    sonja sophia sophie soraya soren souleymane soumaya srdjan stacey stan stanislav stefan stefania
    stefanie steffen steffi stella stephan stephane stephanie stephen steve steven stig stine stuart
    sudha sujata sumit sunil sunita suresh surya susan susana susanna susanne susie suzanne svante
    sven svenja svetlana swantje swati sybille sylvain sylvia sylvie szymon tadeusz taiwo takashi
    takeshi takumi tal talia tamar tamara tamas tammy tanja tanya tara tarek tariq tarun tatiana
    tatjana taylor ted temitope terence teresa teresita terri terry tess thabo thaddeus thais thandi
    thanh thea theo theodor theresa therese thi thiago thibault thierry thijs thomas thorsten thuy
    tiago tiana tibor tiffany tilda till tilman tim timo timothy tina tine tobi tobias toby todd tom
    tomas tomasz tomek tommaso tommy tomoko toni tony toomas torben tore torsten tracey tracy travis
    trevor trine tristan trudy trung tuan tunde tunji tuomas tyler uche udo ugo ulla ulli ulrich
    ulrike uma umar urs ursula usha usman ute uwe vadim vaishali valentin valentina valeria valerie
    vanessa vanja vasco vasil veit venkat vera verena veronica veronika veronique vesna vicente
    vicki vicky victor victoria vidya vijay vikas vikram viktor viktoria ville vilma vimal vincent
    vincenzo vineet viola violeta virginia virginie vishal vishnu vitor vittoria vivek vivian vivien
    vlad vladimir vojtech volker wagner walid walter waltraud wanda wanjiru wei wendy werner wes
    wilhelm wilma wim wojciech wolfgang xavi xavier xiao ximena xin yan yanick yanis yann yannick
    yara yasemin yash yasin yasmin yasmine yetunde yi yoko yolanda yosef youssef yu yuan yui yuki
    yuko yulia yun yuri yusuf yuto yves yvette yvonne zahra zainab zane zara zdenka zeynep zhang
    zhen zineb zita zoe zofia zoltan zora zsofia zuzana zuzanna
    """
)
