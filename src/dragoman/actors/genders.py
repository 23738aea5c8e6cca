"""Whether a person is told as a woman or a man: by the words before the name, the role, or the given name."""

from dragoman.knowledge.actors import bare

FEMALE, MALE = "female", "male"
WORDS = {word: gender for gender, words in (
    (FEMALE, (
     "mrs ms miss madam madame mme lady dame queen princess duchess empress baroness sister mother daughter wife widow woman women girl "
     "spokeswoman chairwoman congresswoman assemblywoman councilwoman policewoman businesswoman servicewoman nun abbess"
    )),
    (MALE, (
     "mr sir lord king prince duke emperor baron brother father son husband widower man men boy spokesman chairman congressman assemblyman "
     "councilman policeman businessman serviceman pope pontiff cardinal archbishop imam mufti ayatollah emir sultan monk abbot "
     "patriarch fr msgr"
    )),
) for word in words.split()}  # fmt: skip
NAMES = {name: gender for gender, names in (
    # names that the news of every continent has; those that are common for both (Andrea, Nicola, Jean, Kim) are left out
    (FEMALE, (
     "ada adriana agnes agnieszka aicha aisha alejandra alice alicia alina alison amanda amelia amina aminata amy ana anastasia angela "
     "angelina anita ann anna annalena anne annie antonia asma astrid awa ayesha ayse barbara beatrice beatriz benazir birgit blanca bridget "
     "brigitte camila carla carmen carolina caroline catalina catherine cecilia chantal charlotte christine claire clara claudia consuelo "
     "corazon cristina dalia daniela deborah delcy diana dilma dina dolores doris edith ekaterina eleanor elena elisabeth elizabeth ellen "
     "elsa elvira emily emine emma esther eugenia eva evelyn ewa fatima fatma fatou fatoumata federica fernanda fiona florence francesca "
     "gabriela galina georgina gina gisele gloria grace hala hanan hanna hannah harriet heather helen helena helga hillary hina ida imelda "
     "indira inga ingrid irena irene irina isabel isabella jacinda jane janet janice jeanine jennifer jessica joanna johanna josephine joyce "
     "juana judith julia juliana julie kaja kamala karen karin katarina katarzyna kate katherine kathy katrin khadija khaleda kirsten "
     "kristina laila laura lauren layla lena lesia liliana linda lisa liz louise lucia luciana lucy ludmila luisa luz lydia lyudmila "
     "madeleine magdalena maia malgorzata mamata manuela marcela margaret margarita margot margrethe maria mariam mariama mariana marie "
     "marija marina marine marta martha mary maryam maryse matilda megan megawati melissa meral mercedes mette michelle mirjana monica nadia "
     "najat nancy naomi narges natalia nataliia natalya natasha ngozi nicole nirmala nora oksana olga olivia paola patricia paula penny "
     "petra pilar pratibha priscilla priyanka rachel rania raquel rebecca retno rita roberta rosa rose ruth safia sally samantha samira "
     "sandra sara sarah selma sheikha shirin shirley silvia sofia soledad sonia sophia sophie stella stephanie susan susana sushma svetlana "
     "sviatlana sylvia tamara tansu tatiana tatyana teresa theresa ursula valentina valerie vanessa vera veronica victoria viktoria violeta "
     "virginia vjosa wendy winnie ximena xiomara yasmin yolanda yulia yuliia zahra zainab zeinab zoe zuzana"
    )),
    (MALE, (
     "aaron abdel abdi abdul abdullah abel abraham abu adam ahmad ahmed akbar alan alassane albert alberto alejandro aleksandar aleksandr "
     "alexander alexandre alexei alfonso alfredo ali alvaro amadou amir amit anders andrei andres andrew andrzej angus anil anthony anton "
     "antonio anwar arif armando arthur arturo arvind ashok ashraf asif augusto barack bashar ben benigno benjamin bernard bernardo bill bob "
     "bogdan boris boubacar branko brian bruno budi carlos cesar charles cheikh chinedu chris christopher claudio colin dan daniel david "
     "denis dennis diego dieter dmitri dmitry dominic donald douglas dragan ebrahim edgar edmund eduardo edward ekrem emeka emmanuel enrique "
     "eric erik ernesto esteban evo faisal felipe felix ferdinand ferenc fernando fidel francisco frank franz frederick fyodor gabriel gary "
     "gennady george georges gerald gerard gerhard giorgi giovanni giuseppe glenn goran gordon greg gregory guillermo gustavo gyorgy "
     "hakainde hakan hamid hamza hans harold harry hassan hector heinrich henri henry herbert hernan hossein hugo hulusi hussein ian ibrahim "
     "ibrahima idriss ignacio igor ilham imran ion ismail issa issoufou ivan ivica jack jacob jacques jaime jair jakub jamal james janos "
     "jason javad javier jeff jeremy jerzy jesus jim joachim joao joaquin joe johan johannes john joko jonas jonathan jorge jose josef "
     "joseph josh joshua juan julio kamal karl keir keith kemal ken kenneth kevin khaled khalid klaus kofi konstantin krzysztof kwame kyle "
     "larry lars laszlo laurent leonid leopoldo lloyd lorenzo louis lucas ludwig luigi luis luke magnus mahamat mahmoud mamadou manmohan "
     "manuel marcel marco marcos marek mario mark martin masoud massimo matt matthew mauricio maxim mevlut michael miguel mike mikhail milan "
     "milos mohamed mohammad mohammed moussa muhammad mustafa mykola narendra nasser nawaz nayib nelson nestor nick nicolae nicolas nigel "
     "nikol nikolai olaf oleg oleksandr oliver omar orlando oscar osman oumar ousmane pablo patrick paul pavel pedro per peter petr phil "
     "philip philippe pierre piotr prabowo qasem rafael rahul raila rajnath ralph ramesh ramon ranil rashid raul ravi ray recep ricardo "
     "richard rishi rizwan rob robert roberto rodolfo rodrigo roger roland roman ron ronald ruben ruslan russell saleh salman salvador "
     "samuel sanjay santiago scott sean sebastian sekou selahattin serge sergei sergey sergio shane shehbaz shinzo simon slobodan stefan "
     "stephen steven stuart suresh tariq ted tendai thomas tim timothy tom tomas tomasz tony tunde uhuru umar vaclav vicente vijay viktor "
     "vincent vitaly vlad vladimir volodymyr walter wayne werner wilfredo wilhelm william wojciech xavier yahya yasser yevgeny youssef "
     "yoweri yuri yusuf zdenek zoltan zoran"
    )),
) for name in names.split()}  # fmt: skip


def gender_of(words: str, role: str, name: str) -> str | None:
    """The gender that the words of the phrase, the role's last word or the given name tell; None where nothing does."""
    before = bare(words.removesuffix(name).replace(".", " ")).replace("-", " ").split()
    told = [WORDS[word] for word in (*before, *role.split()[-1:]) if word in WORDS]
    if told:
        return told[0]
    given = bare(name).split()
    return NAMES.get(given[0]) if len(given) > 1 else None
