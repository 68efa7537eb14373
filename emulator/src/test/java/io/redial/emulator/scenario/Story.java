package io.redial.emulator.scenario;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;

/** From the purchase of a few instances to the end of some of them. Each chapter reads back what it has changed. */
record Story(Customer customer, String veteran) {
    /** Tells it, and returns the id of the instance that it was about most. */
    String tell() throws TencentCloudSDKException {
        var shop = new Purchase(customer).shop();
        var cart = new Purchase(customer).cart();
        growUp(shop, cart);
        serve(shop, cart);
        letPeopleIn(shop);
        adjust(shop);
        watch();
        var clone = keepCopies();
        joinAndPart();
        sayFarewell(shop, clone);
        return shop;
    }

    private void growUp(String shop, String cart) throws TencentCloudSDKException {
        var growth = new Growth(customer);
        growth.renamed(shop, "corner-shop");
        growth.larger(shop);
        growth.withMoreReplicas(shop);
        growth.withMoreShards(cart);
        growth.ofALaterVersion(shop);
        growth.inSeveralZones(shop);
        growth.maintainedAtNoon(shop);
    }

    private void serve(String shop, String cart) throws TencentCloudSDKException {
        var service = new Service(customer);
        service.inAnotherSubnet(shop);
        service.atAnotherPort(shop);
        service.fromEverywhereForAWhile(shop);
        service.encryptedForAWhile(shop);
        service.forMoreClients(shop);
        service.inEachOthersPlace(shop, cart);
        service.readFromReplicas(shop);
        service.writtenByNobodyForAWhile(shop);
        service.despiteFailures(shop);
    }

    private void letPeopleIn(String shop) throws TencentCloudSDKException {
        var access = new Access(customer);
        access.byAnotherPasswordForAWhile(shop);
        access.asAnAccountOfItsOwn(shop);
        access.throughSecurityGroups(shop);
        access.throughGroupsThatBothListsKnow();
    }

    private void adjust(String shop) throws TencentCloudSDKException {
        var settings = new Settings(customer);
        settings.changed(shop);
        var template = settings.template(17);
        settings.fromATemplate(shop, template);
        settings.withoutTheTemplate(template);
    }

    private void watch() throws TencentCloudSDKException {
        var watch = new Watch(customer, veteran);
        watch.overSlowQueries();
        watch.overLogsThatAreDelivered();
        watch.overCommands();
        watch.overKeys();
        watch.overEvents();
    }

    private String keepCopies() throws TencentCloudSDKException {
        var backups = new Backups(customer, veteran);
        var full = backups.madeByHand("full");
        backups.lookedInto(full);
        backups.downloadedFromInsideOnly();
        backups.restored(full);
        backups.madeOnTwoNights();
        return backups.cloned(full);
    }

    private void joinAndPart() throws TencentCloudSDKException {
        var purchase = new Purchase(customer);
        var twins = new Twins(customer, purchase.twin("north"), purchase.twin("south"));
        var group = twins.joined();
        twins.renamed(group);
        twins.inEachOthersRole(group);
        twins.parted(group);
    }

    private void sayFarewell(String shop, String clone) throws TencentCloudSDKException {
        var farewell = new Farewell(customer);
        farewell.putOff(shop);
        farewell.returned(shop);
        farewell.takenBack(shop);
        farewell.givenUp(clone);
    }
}
