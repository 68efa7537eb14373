package io.redial.emulator.scenario;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;

/** From the purchase of a few instances to the end of some of them. Each chapter reads back what it has changed. */
record LifecycleScenario(ScenarioContext context, String oldestInstance) {
    /** Tells it, and returns the id of the instance that it was about most. */
    String run() throws TencentCloudSDKException {
        var shop = new PurchaseSteps(context).buyPrepaidInstance();
        var cart = new PurchaseSteps(context).buyCluster();
        upgrade(shop, cart);
        configureConnectivity(shop, cart);
        manageAccess(shop);
        changeParameters(shop);
        monitor();
        var clone = backUp();
        replicate();
        terminate(shop, clone);
        return shop;
    }

    private void upgrade(String shop, String cart) throws TencentCloudSDKException {
        var growth = new UpgradeSteps(context);
        growth.rename(shop, "corner-shop");
        growth.increaseMemory(shop);
        growth.addReplicas(shop);
        growth.addShards(cart);
        growth.upgradeVersion(shop);
        growth.enableMultipleZones(shop);
        growth.setMaintenanceWindow(shop);
    }

    private void configureConnectivity(String shop, String cart) throws TencentCloudSDKException {
        var service = new ConnectivitySteps(context);
        service.changeSubnet(shop);
        service.changePort(shop);
        service.openAndClosePublicAddress(shop);
        service.enableAndDisableSsl(shop);
        service.raiseConnectionLimits(shop);
        service.swapAddresses(shop, cart);
        service.enableAndDisableReplicaReads(shop);
        service.toggleReadOnlyMode(shop);
        service.failOver(shop);
    }

    private void manageAccess(String shop) throws TencentCloudSDKException {
        var access = new AccessControlSteps(context);
        access.changeAndResetPassword(shop);
        access.manageAccount(shop);
        access.bindSecurityGroups(shop);
        access.listSecurityGroups();
    }

    private void changeParameters(String shop) throws TencentCloudSDKException {
        var settings = new ParameterSteps(context);
        settings.modifyParameter(shop);
        var template = settings.createTemplate(17);
        settings.applyTemplate(shop, template);
        settings.deleteTemplate(template);
    }

    private void monitor() throws TencentCloudSDKException {
        var watch = new MonitoringSteps(context, oldestInstance);
        watch.readSlowLogs();
        watch.configureLogDelivery();
        watch.readCommandStatistics();
        watch.readKeyStatistics();
        watch.cancelEvent();
    }

    private String backUp() throws TencentCloudSDKException {
        var backups = new BackupSteps(context, oldestInstance);
        var full = backups.createBackup("full");
        backups.readDetails(full);
        backups.restrictDownloads();
        backups.clearAndRestore(full);
        backups.setSchedule();
        return backups.cloneInstance(full);
    }

    private void replicate() throws TencentCloudSDKException {
        var purchase = new PurchaseSteps(context);
        var twins = new ReplicationSteps(context, purchase.buyGroupMember("north"), purchase.buyGroupMember("south"));
        var group = twins.createGroup();
        twins.renameGroup(group);
        twins.changeRoles(group);
        twins.removeGroup(group);
    }

    private void terminate(String shop, String clone) throws TencentCloudSDKException {
        var farewell = new TerminationSteps(context);
        farewell.renew(shop);
        farewell.returnPrepaid(shop);
        farewell.restart(shop);
        farewell.destroyPostpaid(clone);
    }
}
